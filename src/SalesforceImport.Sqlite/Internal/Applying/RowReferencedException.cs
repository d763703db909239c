namespace SalesforceImport.Sqlite.Internal;

/// <summary>A foreign key of the host's keeps a row from being removed.</summary>
internal sealed class RowReferencedException(long row) : Exception
{
    public long Row => row;
}
