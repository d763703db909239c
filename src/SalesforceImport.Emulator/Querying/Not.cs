using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Holds where its operand does not.</summary>
internal sealed class Not(RowPredicate operand) : RowPredicate
{
    public override bool Test(RowReader row, Cell cell) => !operand.Test(row, cell);
}
