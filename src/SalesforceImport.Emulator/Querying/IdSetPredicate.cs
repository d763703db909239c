using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Querying;

/// <summary>Holds where a field is one of a set of ids.</summary>
internal sealed class IdSetPredicate(BoundPath path, IReadOnlySet<RecordId> ids) : RowPredicate
{
    public BoundPath Path => path;

    public IReadOnlySet<RecordId> Ids => ids;

    public override bool Test(RowReader row, Cell cell)
    {
        path.Read(row, cell);
        return cell.Kind == CellKind.Id && ids.Contains(cell.Id);
    }
}
