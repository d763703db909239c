using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Schema;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>A query that a job runs, bound and found good. Immutable and thread-safe.</summary>
/// <param name="Context">What it runs against: the org as it stood when the job was made.</param>
/// <param name="Object">The object.</param>
/// <param name="Columns">The columns of the result, in their order.</param>
/// <param name="Soql">The statement.</param>
internal sealed record BulkQuery(QueryContext Context, ObjectDefinition Object, IReadOnlyList<CsvColumn> Columns, SoqlQuery Soql)
{
    // Results had their columns in alphabetical order before this version.
    private const int FirstVersionInSelectOrder = 50;

    /// <summary>Binds a statement.</summary>
    /// <exception cref="SoqlException">The org refuses it.</exception>
    /// <exception cref="Http.ApiException">It asks for what Bulk queries cannot do.</exception>
    public static BulkQuery Bind(QueryContext context, SoqlQuery soql, int version)
    {
        BulkRules.Check(soql);
        var definition = context.From(soql);
        var columns = new CsvBinder(context, definition).Bind(soql);
        QueryRunner.Check(context, soql);
        return new BulkQuery(
            context,
            definition,
            version < FirstVersionInSelectOrder ? [.. columns.OrderBy(column => column.Name, StringComparer.OrdinalIgnoreCase)] : columns,
            soql);
    }

    /// <summary>Finds the rows.</summary>
    /// <exception cref="SoqlException">It takes too long.</exception>
    public RowSequence Find(QueryClock clock) => QueryRunner.Rows(Context with { Clock = clock }, Soql);

    public RowReader NewReader() => new(Context.Snapshot, Context.Snapshot.Tables[Object]);
}
