using System.Runtime.InteropServices;

namespace SalesforceImport.Stores;

/// <summary>Which items are filed under a key. An item is there once, however often it is added.</summary>
internal sealed class InMemoryIndex<TKey, TItem>
    where TKey : notnull
    where TItem : class
{
    private readonly Dictionary<TKey, HashSet<TItem>> _items = [];

    public IEnumerable<TItem> this[TKey key] => _items.TryGetValue(key, out var items) ? items : [];

    public void Add(TKey key, TItem item) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(_items, key, out _) ??= []).Add(item);

    public void Remove(TKey key, TItem item)
    {
        if (_items.TryGetValue(key, out var items) && items.Remove(item) && items.Count == 0)
        {
            _items.Remove(key);
        }
    }
}
