using System.Text;
using System.Text.Json;
using SalesforceImport.Salesforce.Reading;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Reads what the org says of query jobs. Abort answers with less than the others, so only the id is required.</summary>
internal static class BulkJobAnswer
{
    /// <exception cref="JsonException">The answer describes no job.</exception>
    public static BulkJob Parse(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return Job(document.RootElement);
    }

    /// <summary>One page of a list of jobs, and where it goes on; null at its end.</summary>
    /// <exception cref="JsonException">The answer is no list of jobs.</exception>
    public static (IReadOnlyList<BulkJob> Jobs, string? Next) ParseList(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("No list of jobs.");
        }

        return ([.. records.EnumerateArray().Select(Job)], Text(root, "nextRecordsUrl"));
    }

    /// <summary>The addresses of result pages, and where their list goes on; null at its end.</summary>
    /// <exception cref="JsonException">The answer is no list of pages.</exception>
    public static (IReadOnlyList<string> Pages, string? Next) ParsePages(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("resultPages", out var pages) || pages.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("No list of pages.");
        }

        // The documentation spells the key in two ways.
        string? next = Text(root, "nextRecordsUrl") ?? Text(root, "nextRecordUrl");
        bool done = root.TryGetProperty("done", out var flag) && flag.ValueKind == JsonValueKind.True;
        return ([.. pages.EnumerateArray().Select(page => Text(page, "resultUrl") ?? throw new JsonException("A page without an address."))], done ? null : next);
    }

    private static BulkJob Job(JsonElement job) =>
        job.ValueKind == JsonValueKind.Object && Text(job, "id") is { Length: > 0 } id
            ? new BulkJob(id, State(Text(job, "state")))
            {
                Records = job.TryGetProperty("numberRecordsProcessed", out var records) && records.TryGetInt64(out long count) ? count : null,
                Error = Text(job, "errorMessage"),
                SObject = Text(job, "object"),
                Operation = Text(job, "operation"),
                CreatedAt = Text(job, "createdDate") is { } text && IsoText.TryParseInstant(Encoding.UTF8.GetBytes(text), out var at) ? at : null,
                Delimiter = Delimiter(Text(job, "columnDelimiter")),
            }
            : throw new JsonException("No job.");

    private static BulkJobState State(string? state) => state switch
    {
        "UploadComplete" => BulkJobState.Queued,
        "JobComplete" => BulkJobState.Complete,
        "Failed" => BulkJobState.Failed,
        "Aborted" => BulkJobState.Aborted,
        _ => BulkJobState.InProgress,
    };

    private static char Delimiter(string? name) => name switch
    {
        "BACKQUOTE" => '`',
        "CARET" => '^',
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "TAB" => '\t',
        _ => ',',
    };

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
