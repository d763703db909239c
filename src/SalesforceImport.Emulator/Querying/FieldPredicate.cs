using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>A condition on one field.</summary>
internal sealed class FieldPredicate(BoundPath path, Func<Cell, bool> test) : RowPredicate
{
    /// <summary>The field.</summary>
    public BoundPath Path => path;

    public override bool Test(RowReader row, Cell cell)
    {
        path.Read(row, cell);
        return test(cell);
    }
}
