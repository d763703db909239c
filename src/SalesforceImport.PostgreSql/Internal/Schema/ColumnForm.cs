namespace SalesforceImport.PostgreSql.Internal;

/// <summary>How a column's values travel: one form for each of the types that columns of properties may have.</summary>
internal enum ColumnForm
{
    Text,
    Bigint,
    Numeric,
    Boolean,
    Date,
    Timestamptz,
}
