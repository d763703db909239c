using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Sorts rows by any fields, in memory.</summary>
internal static class RowSorter
{
    public static long[] Sort(QueryContext context, ObjectTable table, IReadOnlyList<OrderItem> items, RowSequence rows)
    {
        if (rows.Count > QueryClock.MostRowsInMemory)
        {
            throw QueryClock.Timeout();
        }

        var binder = new PathBinder(context, table.Definition);
        var paths = items.Select(item => OrderRules.Bind(context, binder, item)).ToArray();
        var (reader, cell) = (new RowReader(context.Snapshot, table), new Cell());
        var keyed = new List<(long Row, SortKey[] Keys)>((int)rows.Count);
        foreach (var row in rows.From(0))
        {
            context.Clock.CountRow();
            reader.MoveTo(row);
            var keys = new SortKey[paths.Length];
            for (var i = 0; i < paths.Length; i++)
            {
                paths[i].Read(reader, cell);
                keys[i] = SortKey.Of(cell);
            }

            keyed.Add((row, keys));
        }

        keyed.Sort((a, b) => Compare(items, a, b));
        return [.. keyed.Select(entry => entry.Row)];
    }

    private static int Compare(IReadOnlyList<OrderItem> items, (long Row, SortKey[] Keys) a, (long Row, SortKey[] Keys) b)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var order = SortKey.Compare(a.Keys[i], b.Keys[i], items[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Row.CompareTo(b.Row);
    }
}
