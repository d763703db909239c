using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>What a row held at one time: values, and records with what each of them said.</summary>
internal sealed record RowState(FieldValue[] Values, Dictionary<SourceKey, SourceImage> Sources)
{
    public static RowState Of(FieldValue[] values, IEnumerable<StoredSource> sources, SourceKey? leader) =>
        new(values, SourceImage.Of(sources, leader, values));

    /// <summary>Values as they were before an entry, given those after it.</summary>
    public static FieldValue[] Before(HistoryEntry entry, FieldValue[] after, KindSchema schema)
    {
        // The image of a removed row leaves blank properties out.
        var values = entry.Removed ? new FieldValue[schema.Count] : after.ToArray();
        foreach (var change in entry.Changes)
        {
            if (schema.Store.IndexOf(change.Property) is >= 0 and var index)
            {
                values[index] = change.Before;
            }
        }

        return values;
    }

    /// <summary>This state without what was done between two others, where that is still to be seen in it.</summary>
    /// <param name="before">The state before it was done.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="mayGoBack">Which properties may.</param>
    public RowState Without(RowState before, RowState after, Func<int, bool> mayGoBack)
    {
        var values = Values.Select((value, index) => value == after.Values[index] && mayGoBack(index) ? before.Values[index] : value).ToArray();
        var sources = new Dictionary<SourceKey, SourceImage>();
        foreach (var (key, source) in Sources)
        {
            bool was = before.Sources.TryGetValue(key, out var old);
            if (!after.Sources.TryGetValue(key, out var made))
            {
                sources.Add(key, source);
            }
            else if (was)
            {
                sources.Add(key, source.Without(old!, made));
            }
            else if (!source.Says(made))
            {
                sources.Add(key, source);
            }
        }

        foreach (var (key, lost) in before.Sources.Where(source => !after.Sources.ContainsKey(source.Key)))
        {
            sources.TryAdd(key, lost);
        }

        return new(values, sources);
    }
}
