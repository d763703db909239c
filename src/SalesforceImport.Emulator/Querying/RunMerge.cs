namespace SalesforceImport.Emulator.Querying;

/// <summary>Arithmetic of runs.</summary>
internal static class RunMerge
{
    /// <summary>What is left of a range without some of its rows.</summary>
    public static IEnumerable<RowRun> Gaps(long first, long end, IEnumerable<long> without)
    {
        foreach (var row in without)
        {
            if (row > first)
            {
                yield return new RowRun(first, row - first);
            }

            first = row + 1;
        }

        if (end > first)
        {
            yield return new RowRun(first, end - first);
        }
    }

    /// <summary>Puts single rows among runs, each before the row of its place.</summary>
    /// <param name="runs">Ascending runs.</param>
    /// <param name="rows">Rows with ascending places.</param>
    public static IEnumerable<RowRun> Merge(IEnumerable<RowRun> runs, IReadOnlyList<(long Place, long Row)> rows)
    {
        var next = 0;
        foreach (var run in runs)
        {
            var (first, end) = (run.First, run.First + run.Count);
            for (; next < rows.Count && rows[next].Place < end; next++)
            {
                if (rows[next].Place > first)
                {
                    yield return new RowRun(first, rows[next].Place - first);
                    first = rows[next].Place;
                }

                yield return new RowRun(rows[next].Row, 1);
            }

            yield return new RowRun(first, end - first);
        }

        for (; next < rows.Count; next++)
        {
            yield return new RowRun(rows[next].Row, 1);
        }
    }
}
