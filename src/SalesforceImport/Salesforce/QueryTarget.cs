namespace SalesforceImport.Salesforce;

/// <summary>Where a query is asked.</summary>
internal static class QueryTarget
{
    // The org takes 16,384 bytes of address and headers; the headers, with the token, take up to about two thousand.
    private const int MaxLength = 14_000;

    /// <summary>What a quoted id and the comma before it take: <c>%2C'003…'</c>.</summary>
    public const int LengthOfIdInList = 23;

    /// <summary>How much longer the address of a query might be; negative when it is too long.</summary>
    public static int Room(string apiVersion, QueryRequest request) => MaxLength - Text(apiVersion, request.Soql, "queryAll").Length;

    public static string Of(string apiVersion, QueryRequest request) =>
        Of(apiVersion, request.Soql, Resource(request), $"the query of {request.SObject}");

    /// <summary>Whether a query is short enough for an address.</summary>
    public static bool Fits(string apiVersion, QueryRequest request) => Text(apiVersion, request.Soql, "queryAll").Length <= MaxLength;

    /// <exception cref="QueryTooLongException">The query is too long for an address.</exception>
    public static string Of(string apiVersion, string soql, string resource, string what)
    {
        string target = Text(apiVersion, soql, resource);
        return target.Length <= MaxLength
            ? target
            : throw new QueryTooLongException(
                $"The address of {what} would have {target.Length:N0} bytes, and the org takes about {MaxLength:N0}. Select fewer fields, or fewer ids at a time.");
    }

    /// <summary>The address of a query, however long.</summary>
    public static string Text(string apiVersion, QueryRequest request) => Text(apiVersion, request.Soql, Resource(request));

    private static string Resource(QueryRequest request) => request.IncludeDeleted ? "queryAll" : "query";

    private static string Text(string apiVersion, string soql, string resource) => $"/services/data/v{apiVersion}/{resource}?q={Escape(soql)}";

    // Quotes and brackets may stand in a query string, and spaces are shorter as plus signs: more ids fit into a query.
    private static string Escape(string soql) => Uri.EscapeDataString(soql)
        .Replace("%20", "+", StringComparison.Ordinal)
        .Replace("%27", "'", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal)
        .Replace("%29", ")", StringComparison.Ordinal);
}
