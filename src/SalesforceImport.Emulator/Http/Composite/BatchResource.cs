using System.Text;
using System.Text.Json;

namespace SalesforceImport.Emulator.Http.Composite;

/// <summary><c>/composite/batch</c>: up to 25 independent requests in one; each of them counts.</summary>
internal sealed class BatchResource : IResource
{
    private const int MostItems = 25;

    private static readonly Dictionary<string, string> NoHeaders = [];

    public string Pattern => "composite/batch";

    public IReadOnlyList<string> Methods => ["POST"];

    public async Task AnswerAsync(Exchange exchange)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var items = JsonBody.Array(body.RootElement, "batchRequests").Select(Read).ToList();
        if (items.Count is 0 or > MostItems)
        {
            throw items.Count == 0
                ? JsonBody.Broken("Missing required field 'batchRequests'")
                : new ApiException(400, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostItems} operations.");
        }

        var answers = await RunAsync(exchange, items, JsonBody.Flag(body.RootElement, "haltOnError")).ConfigureAwait(false);
        await Answers.JsonAsync(exchange.Http, 200, json => Write(json, answers)).ConfigureAwait(false);
    }

    private static Subrequest Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw JsonBody.Broken("A subrequest must be an object");
        }

        var url = JsonBody.Text(item, "url") ?? throw JsonBody.Broken("Missing required field 'url'");
        var body = item.TryGetProperty("richInput", out var input) && input.ValueKind != JsonValueKind.Null ? Encoding.UTF8.GetBytes(input.GetRawText()) : [];
        return new Subrequest(
            JsonBody.Text(item, "method") ?? throw JsonBody.Broken("Missing required field 'method'"),
            url.StartsWith("/services/data/", StringComparison.OrdinalIgnoreCase) ? url : "/services/data/" + url.TrimStart('/'),
            body,
            NoHeaders);
    }

    private static async Task<List<Subanswer>> RunAsync(Exchange exchange, List<Subrequest> items, bool haltOnError)
    {
        var runner = new SubrequestRunner(exchange);
        var answers = new List<Subanswer>();
        foreach (var item in items)
        {
            if (haltOnError && answers.Any(answer => answer.Failed))
            {
                answers.Add(Subanswer.Error(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request"));
            }
            else if (answers.Count == 0 || Admission.AdmitAnother(exchange))
            {
                // The first is paid for by the request around it.
                answers.Add(await runner.RunAsync(item).ConfigureAwait(false));
            }
            else
            {
                var refusal = ApiException.RequestLimitExceeded();
                answers.Add(Subanswer.Error(refusal.Status, refusal.ErrorCode, refusal.Message));
            }
        }

        return answers;
    }

    private static void Write(Utf8JsonWriter json, List<Subanswer> answers)
    {
        json.WriteStartObject();
        json.WriteBoolean("hasErrors", answers.Any(answer => answer.Failed));
        json.WriteStartArray("results");
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", answer.Status);
            json.WritePropertyName("result");
            answer.WriteBody(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
