namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>The further pages of a query.</summary>
internal sealed class QueryMoreResource(string pattern) : IResource
{
    public string Pattern => pattern;

    public IReadOnlyList<string> Methods => ["GET"];

    public Task AnswerAsync(Exchange exchange)
    {
        var locator = exchange.Arguments[0];
        return exchange.Services.Locators.TryFind(locator, out var query, out var pageSize, out var position)
            ? QueryAnswer.WriteAsync(exchange, query, QueryResource.PageSizeOf(exchange, query, pageSize), position, locator.Split('-')[0])
            : throw ApiException.LocatorInvalid();
    }
}
