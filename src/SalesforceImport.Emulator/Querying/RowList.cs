namespace SalesforceImport.Emulator.Querying;

/// <summary>Rows one by one, in the order given.</summary>
internal sealed class RowList(long[] rows) : RowSequence
{
    public override long Count => rows.Length;

    public override IEnumerable<long> From(long position) => position >= rows.Length ? [] : rows.Skip((int)position);
}
