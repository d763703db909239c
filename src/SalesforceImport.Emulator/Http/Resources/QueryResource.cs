using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary><c>/query</c> and <c>/queryAll</c>: the first page of a query.</summary>
internal sealed class QueryResource(string name, bool all) : IResource
{
    public string Pattern => name;

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var explained = exchange.Parameter("explain");
        if ((explained ?? exchange.Parameter("q")) is not { } soql || string.IsNullOrWhiteSpace(soql))
        {
            throw new ApiException(400, "MALFORMED_QUERY", "A query string has to be specified");
        }

        var services = exchange.Services;
        var query = SoqlParser.Parse(soql);
        var context = new QueryContext(services.Org.Snapshot, query.Text, services.Options.TimeProvider.GetUtcNow(), all, exchange.StartClock());
        return explained is not null ? ExplainAnswer.WriteAsync(exchange, context, query)
            : string.Equals(exchange.Parameter("columns"), "true", StringComparison.OrdinalIgnoreCase) ? ColumnsAnswer.WriteAsync(exchange, context, query)
            : RunAsync(exchange, context, query);
    }

    /// <summary>How many records a page of a query holds, as the request wishes it.</summary>
    public static int PageSizeOf(Exchange exchange, PreparedQuery query, int? before) =>
        QueryOptions.BatchSize(exchange.Http.Request) is not null || before is null
            ? PageSizer.Size(QueryOptions.BatchSize(exchange.Http.Request), exchange.Services.Options.PageSize, query.Output)
            : before.Value;

    private static Task RunAsync(Exchange exchange, QueryContext context, SoqlQuery query) => QueryRunner.Run(context, query) switch
    {
        PreparedQuery rows => QueryAnswer.WriteAsync(exchange, rows, PageSizeOf(exchange, rows, null), 0, null),
        CountResult count => QueryAnswer.WriteAsync(exchange, count),
        AggregateResult groups => QueryAnswer.WriteAsync(exchange, groups),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };
}
