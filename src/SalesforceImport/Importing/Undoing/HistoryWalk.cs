using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Finds what one run did to rows that are asked for in rising order, a page at a time.</summary>
internal sealed class HistoryWalk(ContactStore store, string run, RecordKind kind)
{
    private const int PageSize = 500;

    private IReadOnlyList<HistoryEntry> _page = [];

    public async Task<HistoryEntry?> FindAsync(long row, CancellationToken cancellationToken)
    {
        if (_page.Count == 0 || _page[^1].RowId < row || _page[0].RowId > row)
        {
            _page = await store.ReadHistoryAsync(run, kind, row - 1, PageSize, cancellationToken).ConfigureAwait(false);
        }

        return _page.FirstOrDefault(entry => entry.RowId == row);
    }
}
