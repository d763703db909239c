using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Stops a query that runs for too long, or whose caller has gone.</summary>
internal sealed class QueryClock(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
{
    /// <summary>Sorting and grouping more rows than this runs for too long, whatever the clock says.</summary>
    public const int MostRowsInMemory = 200_000;

    private const int RowsBetweenLooks = 4096;

    private readonly long _start = time.GetTimestamp();
    private int _rows;

    public static SoqlException Timeout() => new("QUERY_TIMEOUT", "Your query request was running for too long.");

    /// <summary>To be called for every row looked at.</summary>
    public void CountRow()
    {
        if (++_rows < RowsBetweenLooks)
        {
            return;
        }

        _rows = 0;
        cancellationToken.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(_start) > limit)
        {
            throw Timeout();
        }
    }
}
