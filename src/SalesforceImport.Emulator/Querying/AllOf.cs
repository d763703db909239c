using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Holds where every operand holds.</summary>
internal sealed class AllOf(IReadOnlyList<RowPredicate> operands) : RowPredicate
{
    private readonly RowPredicate[] _operands = [.. operands];

    public override bool Test(RowReader row, Cell cell)
    {
        foreach (var operand in _operands)
        {
            if (!operand.Test(row, cell))
            {
                return false;
            }
        }

        return true;
    }
}
