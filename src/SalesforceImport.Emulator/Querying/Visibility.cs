using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying;

/// <summary>What a plain query does not see: deleted rows, and archived activities.</summary>
internal sealed class Visibility(FieldDefinition? archived) : RowPredicate
{
    public override bool Test(RowReader row, Cell cell) => !row.IsDeleted && !IsArchived(row, cell);

    private bool IsArchived(RowReader row, Cell cell)
    {
        if (archived is null)
        {
            return false;
        }

        row.Read(archived, cell);
        return cell.IsTrue;
    }
}
