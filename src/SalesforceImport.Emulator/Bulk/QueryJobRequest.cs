using System.Text.Json;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>What a query job was asked to do.</summary>
/// <param name="Operation">query or queryAll.</param>
/// <param name="Query">The statement.</param>
/// <param name="Format">How the result is to be laid out.</param>
/// <param name="Version">The number of the API version that the job was made with.</param>
/// <param name="User">The number of the user that made it.</param>
internal sealed record QueryJobRequest(string Operation, string Query, CsvFormat Format, int Version, int User)
{
    public const string All = "queryAll";

    /// <exception cref="ApiException">It cannot be done.</exception>
    public static QueryJobRequest Read(JsonElement body, int version, int user)
    {
        var operation = JsonBody.Text(body, "operation");
        if (operation is not ("query" or All))
        {
            throw Invalid($"Unsupported operation: {operation}");
        }

        if (JsonBody.Text(body, "contentType") is not (null or "CSV") and var type)
        {
            throw Invalid($"Unsupported contentType: {type}");
        }

        var format = CsvFormat.Find(JsonBody.Text(body, "columnDelimiter"), JsonBody.Text(body, "lineEnding")) ?? throw Invalid("Unsupported columnDelimiter or lineEnding");
        return JsonBody.Text(body, "query") is { } query && !string.IsNullOrWhiteSpace(query)
            ? new QueryJobRequest(operation, query, format, version, user)
            : throw Invalid("A query has to be specified");
    }

    private static ApiException Invalid(string message) => new(400, "INVALIDJOB", message);
}
