using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace SalesforceImport.Stores;

/// <summary>Entries by kind and row id, read a page at a time.</summary>
internal sealed class InMemoryPages<T>
{
    private readonly Dictionary<RecordKind, SortedSet<long>> _order = [];
    private readonly Dictionary<(RecordKind Kind, long RowId), T> _entries = [];

    public IEnumerable<T> Values => _entries.Values;

    public int Count(RecordKind kind) => _order.TryGetValue(kind, out var rows) ? rows.Count : 0;

    public void Set(RecordKind kind, long rowId, T entry)
    {
        (CollectionsMarshal.GetValueRefOrAddDefault(_order, kind, out _) ??= []).Add(rowId);
        _entries[(kind, rowId)] = entry;
    }

    public bool TryGet(RecordKind kind, long rowId, [MaybeNullWhen(false)] out T entry) => _entries.TryGetValue((kind, rowId), out entry);

    public void Remove(RecordKind kind, long rowId)
    {
        if (_entries.Remove((kind, rowId)))
        {
            _order[kind].Remove(rowId);
        }
    }

    public IEnumerable<T> After(RecordKind kind, long rowId) => !_order.TryGetValue(kind, out var rows) || rows.Count == 0 || rows.Max <= rowId
        ? []
        : rows.GetViewBetween(rowId + 1, rows.Max).Select(row => _entries[(kind, row)]);
}
