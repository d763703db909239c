namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Foreign keys of the host's keep one of these rows, or more, from being removed. Never leaves the store.</summary>
internal sealed class RowsReferencedException(long[] rows) : Exception
{
    public long[] Rows => rows;
}
