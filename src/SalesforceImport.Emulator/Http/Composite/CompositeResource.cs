using System.Text.Json;

namespace SalesforceImport.Emulator.Http.Composite;

/// <summary><c>/composite</c>: up to 25 requests in one, which counts once; later ones may refer to earlier ones.</summary>
internal sealed class CompositeResource : IResource
{
    private const int MostItems = 25;
    private const int MostLargeItems = 5;

    public string Pattern => "composite";

    public IReadOnlyList<string> Methods => ["POST"];

    public async Task AnswerAsync(Exchange exchange)
    {
        using var body = await JsonBody.ReadObjectAsync(exchange.Http).ConfigureAwait(false);
        var items = JsonBody.Array(body.RootElement, "compositeRequest").Select(CompositeItem.Read).ToList();
        var answers = Refuse(items) is { } refusal
            ? [(null, refusal)]
            : await RunAsync(exchange, items, JsonBody.Flag(body.RootElement, "allOrNone")).ConfigureAwait(false);
        await Answers.JsonAsync(exchange.Http, 200, json => Write(json, answers)).ConfigureAwait(false);
    }

    private static Subanswer? Refuse(List<CompositeItem> items)
    {
        if (items.Count == 0)
        {
            throw JsonBody.Broken("Missing required field 'compositeRequest'");
        }

        var twice = items.GroupBy(item => item.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
        return twice is not null ? throw JsonBody.Broken($"Duplicate referenceId '{twice}'")
            : items.Count > MostItems ? Subanswer.Error(400, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostItems} operations.")
            : items.Count(item => item.IsLarge) > MostLargeItems ? Subanswer.Error(400, "LIMIT_EXCEEDED", $"The request can’t contain more than {MostLargeItems} query or collection operations.")
            : null;
    }

    private static async Task<List<(string? Id, Subanswer Answer)>> RunAsync(Exchange exchange, List<CompositeItem> items, bool allOrNone)
    {
        using var transaction = allOrNone ? exchange.Services.Org.Begin() : null;
        var (runner, references) = (new SubrequestRunner(exchange), new References());
        var answers = new List<(string? Id, Subanswer Answer)>();
        foreach (var item in items)
        {
            var answer = await RunAsync(runner, references, item).ConfigureAwait(false);
            if (allOrNone && answer.Failed)
            {
                return RolledBack(items, item, answer);
            }

            references.Add(item.Id, answer);
            answers.Add((item.Id, answer));
        }

        transaction?.Commit();
        return answers;
    }

    private static async Task<Subanswer> RunAsync(SubrequestRunner runner, References references, CompositeItem item)
    {
        try
        {
            return await runner.RunAsync(item.Resolve(references)).ConfigureAwait(false);
        }
        catch (ApiException missing)
        {
            return Subanswer.Error(missing.Status, missing.ErrorCode, missing.Message);
        }
    }

    private static List<(string? Id, Subanswer Answer)> RolledBack(List<CompositeItem> items, CompositeItem failed, Subanswer answer)
    {
        var halted = Subanswer.Error(400, "PROCESSING_HALTED", "The transaction was rolled back since another operation in the same transaction failed.");
        return [.. items.Select(item => ((string?)item.Id, item == failed ? answer : halted))];
    }

    private static void Write(Utf8JsonWriter json, List<(string? Id, Subanswer Answer)> answers)
    {
        json.WriteStartObject();
        json.WriteStartArray("compositeResponse");
        foreach (var (id, answer) in answers)
        {
            json.WriteStartObject();
            json.WritePropertyName("body");
            answer.WriteBody(json);
            json.WriteStartObject("httpHeaders");
            foreach (var (name, value) in answer.Headers)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteNumber("httpStatusCode", answer.Status);
            json.WriteString("referenceId", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
