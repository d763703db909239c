using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesforceImport.Emulator.Http.Composite;

/// <summary>The answers that later requests of the same composite request refer to: <c>@{account.id}</c>, <c>@{people.records[0].Id}</c>.</summary>
internal sealed partial class References
{
    private readonly Dictionary<string, JsonElement> _answers = new(StringComparer.Ordinal);

    /// <summary>Remembers an answer.</summary>
    public void Add(string id, Subanswer answer)
    {
        if (!answer.Failed && !answer.Body.IsEmpty)
        {
            using var document = JsonDocument.Parse(answer.Body, new JsonDocumentOptions { MaxDepth = int.MaxValue });
            _answers[id] = document.RootElement.Clone();
        }
    }

    /// <summary>Puts values into a text.</summary>
    /// <exception cref="ApiException">There is no such answer or value.</exception>
    public string Resolve(string text) => Reference().Replace(text, match => Text(Find(match.Groups[1].Value)));

    /// <summary>Puts values into the strings of a body; a string that is nothing but a reference becomes the value itself.</summary>
    /// <exception cref="ApiException">There is no such answer or value.</exception>
    public JsonNode? Resolve(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.String => ResolveText(body.GetString()!),
        JsonValueKind.Array => new JsonArray([.. body.EnumerateArray().Select(Resolve)]),
        JsonValueKind.Object => new JsonObject(body.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal)
            .Select(same => KeyValuePair.Create(same.Key, Resolve(same.Last().Value)))),
        _ => JsonSerializer.SerializeToNode(body),
    };

    [GeneratedRegex(@"@\{([^{}]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.([^.\[\]]+)|\[([0-9]{1,6})\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "" : value.ToString();

    private static JsonElement? Enter(JsonElement value, Match step)
    {
        if (step.Groups[1].Success)
        {
            return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step.Groups[1].Value, out var member) ? member : null;
        }

        var index = int.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture);
        return value.ValueKind == JsonValueKind.Array && index < value.GetArrayLength() ? value[index] : null;
    }

    private static ApiException Missing(string reference, string id) => new(
        400,
        "PROCESSING_HALTED",
        $"Invalid reference specified. No value for {reference} found in {id}. Provided referenceId ('{reference}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').");

    private JsonValue? ResolveText(string text)
    {
        var match = Reference().Match(text);
        return match.Success && match.Length == text.Length
            ? JsonValue.Create(Find(match.Groups[1].Value))
            : JsonValue.Create(Resolve(text));
    }

    private JsonElement Find(string reference)
    {
        var end = reference.AsSpan().IndexOfAny('.', '[');
        var id = end < 0 ? reference : reference[..end];
        if (end < 0 || !_answers.TryGetValue(id, out var answer))
        {
            throw Missing(reference, id);
        }

        JsonElement? value = answer;
        var at = end;
        while (at < reference.Length && value is { } inside)
        {
            var step = Step().Match(reference, at);
            value = step.Success && step.Index == at ? Enter(inside, step) : null;
            at += step.Length;
        }

        return value is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } found ? found : throw Missing(reference, id);
    }
}
