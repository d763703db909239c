namespace SalesforceImport.Emulator.Querying;

/// <summary>The rows that a query found, in order. Immutable: any page can be read at any time, and again.</summary>
internal abstract class RowSequence
{
    /// <summary>How many rows there are.</summary>
    public abstract long Count { get; }

    /// <summary>The rows from a position on.</summary>
    public abstract IEnumerable<long> From(long position);
}
