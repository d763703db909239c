using System.Globalization;
using System.Text.Json;

namespace SalesforceImport.Salesforce;

/// <summary>The answer to which records of an object were deleted in a stretch of time.</summary>
/// <param name="Ids">Their ids, in order, each once.</param>
/// <param name="Earliest">How far back the org remembers; null where it does not say.</param>
/// <param name="Covered">Up to when the answer is complete; null where it does not say.</param>
internal sealed record DeletedAnswer(IReadOnlyList<SalesforceId> Ids, DateTimeOffset? Earliest, DateTimeOffset? Covered)
{
    public static DeletedAnswer Parse(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var ids = new SortedSet<SalesforceId>();
        foreach (var record in root.GetProperty("deletedRecords").EnumerateArray())
        {
            ids.Add(SalesforceId.TryParse(record.GetProperty("id").GetString(), out var id) ? id : throw new JsonException("Not an id."));
        }

        return new([.. ids], Instant(root, "earliestDateAvailable"), Instant(root, "latestDateCovered"));
    }

    private static DateTimeOffset? Instant(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(Colon(value.GetString()!), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;

    // Salesforce writes +0000, which is no ISO 8601 offset in the extended form.
    private static string Colon(string text) => text.EndsWith("+0000", StringComparison.Ordinal) ? text[..^5] + "Z" : text;
}
