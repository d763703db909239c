namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Pages by row id. Tables count their rows each for itself, so rows of two kinds can share an id: those stay on one
/// page, which is then a little longer than asked, or the next page would miss the second.
/// </summary>
internal static class RowPages
{
    public static List<T> Read<T>(Statement rows, int take, Func<Statement, T> read, Func<T, long> rowId)
    {
        var page = new List<T>();
        using (rows)
        {
            while (rows.Step())
            {
                var item = read(rows);
                if (page.Count >= take && rowId(item) != rowId(page[^1]))
                {
                    break;
                }

                page.Add(item);
            }
        }

        return page;
    }
}
