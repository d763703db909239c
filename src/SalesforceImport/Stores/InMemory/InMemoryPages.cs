using System.Diagnostics.CodeAnalysis;

namespace SalesforceImport.Stores;

/// <summary>Entries by row id, read a page at a time.</summary>
internal sealed class InMemoryPages<T>
{
    private readonly SortedSet<(long RowId, RecordKind Kind)> _order = [];
    private readonly Dictionary<(long RowId, RecordKind Kind), T> _entries = [];

    public int Count => _entries.Count;

    public IEnumerable<T> Values => _entries.Values;

    public void Set(RecordKind kind, long rowId, T entry)
    {
        _order.Add((rowId, kind));
        _entries[(rowId, kind)] = entry;
    }

    public bool TryGet(RecordKind kind, long rowId, [MaybeNullWhen(false)] out T entry) => _entries.TryGetValue((rowId, kind), out entry);

    public void Remove(RecordKind kind, long rowId)
    {
        _order.Remove((rowId, kind));
        _entries.Remove((rowId, kind));
    }

    public IEnumerable<T> After(long rowId) => _order.Count == 0 || _order.Max.RowId <= rowId
        ? []
        : _order.GetViewBetween((rowId + 1, default), _order.Max).Select(key => _entries[key]);
}
