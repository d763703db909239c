using System.Collections.Immutable;
using System.Text;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data;

/// <summary>Which edited rows hold which values of their own in the fields that identify records or refer to them. Immutable.</summary>
internal sealed class KeyIndex
{
    public static readonly KeyIndex Empty = new(ImmutableDictionary<(int Field, object Value), ImmutableSortedSet<long>>.Empty);

    private readonly ImmutableDictionary<(int Field, object Value), ImmutableSortedSet<long>> _rows;

    private KeyIndex(ImmutableDictionary<(int Field, object Value), ImmutableSortedSet<long>> rows) => _rows = rows;

    /// <summary>The rows that hold a value, as it is stored, in a field; texts in any casing.</summary>
    public IReadOnlyList<long> Find(FieldDefinition field, object stored) => _rows.GetValueOrDefault((field.Index, Normal(stored))) ?? [];

    /// <summary>Takes a changed row into account.</summary>
    public KeyIndex Move(ObjectDefinition definition, long row, OverlayRow? before, OverlayRow after)
    {
        var rows = _rows;
        foreach (var field in definition.Indexed)
        {
            var (old, now) = (before?.Values.GetValueOrDefault(field.Index), after.Values.GetValueOrDefault(field.Index));
            if (ReferenceEquals(old, now))
            {
                continue;
            }

            if (old is not null && (field.Index, Normal(old)) is var was && rows.TryGetValue(was, out var left))
            {
                rows = left.Count == 1 ? rows.Remove(was) : rows.SetItem(was, left.Remove(row));
            }

            if (now is not null && (field.Index, Normal(now)) is var key)
            {
                rows = rows.SetItem(key, (rows.GetValueOrDefault(key) ?? []).Add(row));
            }
        }

        return ReferenceEquals(rows, _rows) ? this : new KeyIndex(rows);
    }

    private static object Normal(object stored) => stored switch
    {
        RecordId => stored,
        byte[] text => Encoding.UTF8.GetString(text).ToUpperInvariant(),
        decimal number => number.ToString("0.##################", System.Globalization.CultureInfo.InvariantCulture),
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stored}"),
    };
}
