using SalesforceImport.Emulator.Querying;
using SalesforceImport.Emulator.Querying.Output;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Keeps the further pages of child subqueries with the org's other locators.</summary>
internal sealed class ChildPages(Exchange exchange, int pageSize) : IChildPages
{
    public string Keep(PreparedQuery child, long position) =>
        QueryAnswer.Url(exchange, exchange.Services.Locators.Keep(child, pageSize), position);
}
