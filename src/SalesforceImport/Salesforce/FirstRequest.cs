using System.Text.Json;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce;

/// <summary>Where the first page of a query is asked for, and with what.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm">Composite</seealso>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections_retrieve.htm">sObject Collections</seealso>
internal static class FirstRequest
{
    /// <exception cref="QueryTooLongException">The query is too long for an address.</exception>
    public static OrgRequest Of(QueryRequest query, OrgRequest request)
    {
        if (query.Ids is { } ids)
        {
            return request with
            {
                Target = $"/services/data/v{request.ApiVersion}/composite/sobjects/{query.SObject}",
                Method = HttpMethod.Post,
                Json = Write(writer => WriteIds(writer, query, ids)),
                BatchSize = null,
            };
        }

        return query.InComposite
            ? request with
            {
                Target = $"/services/data/v{request.ApiVersion}/composite",
                Method = HttpMethod.Post,
                Json = Write(writer => WriteComposite(writer, QueryTarget.Text(request.ApiVersion, query))),
                BatchSize = null,
            }
            : request with { Target = QueryTarget.Of(request.ApiVersion, query) };
    }

    private static void WriteIds(Utf8JsonWriter writer, QueryRequest query, IReadOnlyList<SalesforceId> ids)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("ids");
        foreach (var id in ids)
        {
            writer.WriteStringValue(id.ToString());
        }

        writer.WriteEndArray();
        writer.WriteStartArray("fields");
        foreach (var column in query.Columns)
        {
            writer.WriteStringValue(column.Path);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteComposite(Utf8JsonWriter writer, string url)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("allOrNone", false);
        writer.WriteStartArray("compositeRequest");
        writer.WriteStartObject();
        writer.WriteString("method", "GET");
        writer.WriteString("url", url);
        writer.WriteString("referenceId", "query");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.ToArray();
    }
}
