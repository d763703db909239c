namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// A page by row id. Tables count their rows each for itself, so rows of two kinds can share an id: those stay on one
/// page, which is then a little longer than asked, or the next page would miss the second.
/// </summary>
internal sealed class RowPage<T>(int take, Func<T, long> rowId)
{
    private readonly List<T> _items = [];
    private bool _full;

    public IReadOnlyList<T> Items => _items;

    /// <summary>Takes the next row, by id, as long as it belongs to the page.</summary>
    public void Offer(T item)
    {
        _full |= _items.Count >= take && rowId(item) != rowId(_items[^1]);
        if (!_full)
        {
            _items.Add(item);
        }
    }
}
