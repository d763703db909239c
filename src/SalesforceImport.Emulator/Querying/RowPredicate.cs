using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A condition on a row. Immutable and thread-safe: what it needs to remember while testing lies in the cell.</summary>
internal abstract class RowPredicate
{
    /// <summary>Whether the row that the reader stands on meets the condition.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cell">Any cell; its value is lost.</param>
    public abstract bool Test(RowReader row, Cell cell);
}
