using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>A record of a row at one time, with what it said then whether or not the row's own values said it.</summary>
internal sealed record SourceImage(StoredSource Stored, IReadOnlyList<FieldValue>? Values)
{
    public SourceKey Key => Stored.Key;

    /// <summary>Whether the row's own values were this record's.</summary>
    public bool WasOwn => Stored.Values is null;

    /// <summary>The records of a row as they stood when it was led by <paramref name="leader"/> and held <paramref name="row"/>.</summary>
    public static Dictionary<SourceKey, SourceImage> Of(IEnumerable<StoredSource> sources, SourceKey? leader, IReadOnlyList<FieldValue> row) =>
        sources.ToDictionary(source => source.Key, source => new SourceImage(source, source.Values ?? (source.Key == leader ? row : null)));

    public bool Says(SourceImage other) =>
        IsLike(Stored, other.Stored)
        && Values is null == other.Values is null
        && (Values is null || Values.SequenceEqual(other.Values!));

    public StoredSource ToStored(bool ownValues) => new()
    {
        Key = Stored.Key,
        Object = Stored.Object,
        CreatedDate = Stored.CreatedDate,
        Email = Stored.Email,
        LinkedTo = Stored.LinkedTo,
        Contributes = Stored.Contributes,
        Values = ownValues ? null : Values,
    };

    /// <summary>This record without what was done to it between <paramref name="before"/> and <paramref name="after"/>, where that still stands.</summary>
    public SourceImage Without(SourceImage before, SourceImage after)
    {
        if (Says(after))
        {
            return before;
        }

        var stored = IsLike(Stored, after.Stored) ? before.Stored : Stored;
        if (Values is null || after.Values is null || before.Values is null)
        {
            return new(stored, Values);
        }

        return new(stored, [.. Values.Select((value, index) => value == after.Values[index] ? before.Values[index] : value)]);
    }

    /// <summary>The record that leads: the first in rank order of those that feed values; null when none does.</summary>
    public static SourceImage? LeaderOf(IReadOnlyCollection<SourceImage> sources)
    {
        var nodes = sources.Select(source => SourceNode.From(source.ToStored(ownValues: false), row: null)).Order(SourceRank.Instance);
        var first = new SourceGroup([.. nodes]).Feeders.Select(node => (SourceKey?)node.Key).FirstOrDefault();
        return sources.FirstOrDefault(source => source.Key == first);
    }

    private static bool IsLike(StoredSource one, StoredSource other) =>
        one.Object == other.Object
        && one.CreatedDate == other.CreatedDate
        && one.Email == other.Email
        && one.LinkedTo == other.LinkedTo
        && one.Contributes == other.Contributes;
}
