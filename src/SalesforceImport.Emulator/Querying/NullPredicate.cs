using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Holds where a field is null, or where it is not.</summary>
internal sealed class NullPredicate(BoundPath path, bool isNull) : RowPredicate
{
    public override bool Test(RowReader row, Cell cell) => path.IsBlank(row, cell) == isNull;
}
