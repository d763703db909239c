namespace SalesforceImport.Emulator.Data;

/// <summary>
/// When generated rows were created and last changed. Both grow with the row's number, so that a range of time is a range of
/// rows. In every fourth thousand the rows come two hundred to the second, as a bulk load leaves them.
/// </summary>
internal sealed class Timeline
{
    /// <summary>The org's life in generated data: nothing is older than the start or newer than the end.</summary>
    public static readonly DateTimeOffset End = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Start = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly long _from;
    private readonly long _span;
    private readonly long _rows;

    public Timeline(long rows, TimeSpan? life = null)
    {
        _rows = Math.Max(rows, 1);
        _span = (long)(life ?? End - Start).TotalSeconds;
        _from = End.ToUnixTimeSeconds() - _span;
    }

    /// <summary>CreatedDate of a row, in seconds since 1970.</summary>
    public long Created(long row)
    {
        var loaded = row / 1000 % 4 == 3 ? row - (row % 200) : row;
        return _from + (long)((ulong)loaded * (ulong)_span / (ulong)_rows);
    }

    /// <summary>LastModifiedDate of a row, in seconds since 1970.</summary>
    public long Modified(long row) => Toward(row, 5);

    /// <summary>SystemModstamp of a row, in seconds since 1970; never before <see cref="Modified"/>.</summary>
    public long Stamped(long row) => Toward(row, 4);

    private long Toward(long row, int part)
    {
        var created = Created(row);
        return created + ((_from + _span - created) / part);
    }
}
