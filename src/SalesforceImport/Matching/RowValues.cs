using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Matching;

/// <summary>The values of a row as its sources and rules make them.</summary>
internal static class RowValues
{
    /// <summary>The values of a row that is not there yet, and whether they are its leader's own.</summary>
    public static (IReadOnlyList<FieldValue> Values, bool LeadersOwn) ForNewRow(KindSchema schema, IReadOnlyList<IReadOnlyList<FieldValue>> inRankOrder)
    {
        if (inRankOrder.Count == 1)
        {
            // The mapper leaves out what is never imported, so a lone record's values are the row's.
            return (inRankOrder[0], true);
        }

        var values = new FieldValue[schema.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Decide(schema.Properties[i], i, inRankOrder, default, default);
        }

        return (values, AreOwn(schema, inRankOrder[0], values));
    }

    /// <summary>The values of a row that is there.</summary>
    public static FieldValue[] ForRow(KindSchema schema, IReadOnlyList<IReadOnlyList<FieldValue>> inRankOrder, StoredRow row, bool createdByThisRun)
    {
        var values = new FieldValue[schema.Count];
        for (int i = 0; i < values.Length; i++)
        {
            var before = createdByThisRun ? default : Before(row, i);
            values[i] = Decide(schema.Properties[i], i, inRankOrder, row.Values[i], before);
        }

        return values;
    }

    /// <summary>Whether a leader's values are the row's, so that none need be kept beside it.</summary>
    public static bool AreOwn(KindSchema schema, IReadOnlyList<FieldValue> leader, IReadOnlyList<FieldValue> row)
    {
        for (int i = 0; i < schema.Count; i++)
        {
            if (schema.Properties[i].Rule != SyncRule.Never && leader[i] != row[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What changes in a row now.</summary>
    public static IReadOnlyList<PropertyChange> Changes(StoredRow row, IReadOnlyList<FieldValue> values)
    {
        List<PropertyChange>? changes = null;
        for (int i = 0; i < values.Count; i++)
        {
            if (row.Values[i] != values[i])
            {
                (changes ??= []).Add(new(i, row.Values[i], values[i]));
            }
        }

        return changes ?? (IReadOnlyList<PropertyChange>)[];
    }

    /// <summary>What the run as a whole has changed in a row, these values included.</summary>
    public static IReadOnlyList<PropertyChange> ChangesOfRun(StoredRow row, IReadOnlyList<FieldValue> values, IReadOnlyList<PropertyChange> now)
    {
        var before = row.ChangesOfRun.ToDictionary(change => change.Property, change => change.Before);
        foreach (var change in now)
        {
            before.TryAdd(change.Property, change.Before);
        }

        return [.. before
            .Where(change => change.Value != values[change.Key])
            .OrderBy(change => change.Key)
            .Select(change => new PropertyChange(change.Key, change.Value, values[change.Key]))];
    }

    private static FieldValue Decide(
        MappedProperty property, int index, IReadOnlyList<IReadOnlyList<FieldValue>> inRankOrder, FieldValue current, FieldValue before) =>
        ValueRules.Apply(property, ValueRules.Combine(property, index, inRankOrder), current, before);

    /// <summary>The value before this run; the value now where the run has not changed it, or the host has since.</summary>
    private static FieldValue Before(StoredRow row, int index)
    {
        foreach (var change in row.ChangesOfRun)
        {
            if (change.Property == index && change.After == row.Values[index])
            {
                return change.Before;
            }
        }

        return row.Values[index];
    }
}
