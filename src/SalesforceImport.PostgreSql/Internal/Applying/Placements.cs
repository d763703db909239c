namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The sources that a change set gives to rows, each to one.</summary>
internal sealed class Placements(KindLayout layout)
{
    private readonly Dictionary<SourceKey, Placement> _bySource = [];

    public int Count => _bySource.Count;

    public IReadOnlyCollection<Placement> All => _bySource.Values;

    /// <summary>Whether any of them is more than a plain leader.</summary>
    public bool AnyKept => _bySource.Values.Any(placement => placement.IsKept);

    public void AddFormer(StoredSource leader, long row) => Add(new(leader, row, Leads: false, IsFormer: true));

    public void AddLeader(StoredSource leader, long row) => Add(new(leader, row, Leads: true, IsFormer: false));

    public void Add(IReadOnlyList<StoredSource> others, long? row)
    {
        foreach (var other in others)
        {
            Add(new(other, row, Leads: false, IsFormer: false));
        }
    }

    private void Add(Placement placement)
    {
        var key = placement.Source.Key;
        if (_bySource.TryGetValue(key, out var other) && other.Row != placement.Row)
        {
            throw new SourceClashException([key], layout.Kind);
        }

        _bySource[key] = placement;
    }
}
