namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>Compares the grouped values of two rows; case does not count.</summary>
internal sealed class GroupKeyComparer : IEqualityComparer<SortKey[]>
{
    public static readonly GroupKeyComparer Instance = new();

    public bool Equals(SortKey[]? x, SortKey[]? y) => x!.Select(key => key.Folded()).SequenceEqual(y!.Select(key => key.Folded()));

    public int GetHashCode(SortKey[] obj)
    {
        var hash = default(HashCode);
        foreach (var key in obj)
        {
            hash.Add(key.Folded());
        }

        return hash.ToHashCode();
    }
}
