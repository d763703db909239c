using System.Text.Json;
using SalesforceImport.Emulator.Data.Editing;
using SalesforceImport.Emulator.Data.Editing.Wire;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>Writes what became of records.</summary>
internal static class WriteAnswers
{
    /// <summary>Answers that one record was not taken.</summary>
    public static Task RefusedAsync(Exchange exchange, WriteException refusal) => Answers.JsonAsync(exchange.Http, refusal.Status, json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("message", refusal.Message);
        json.WriteString("errorCode", refusal.ErrorCode);
        WriteFields(json, refusal);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    /// <summary>Answers for every record of a request.</summary>
    public static Task AllAsync(Exchange exchange, IReadOnlyList<WriteResult> results, bool tellCreated) => Answers.JsonAsync(exchange.Http, 200, json =>
    {
        json.WriteStartArray();
        foreach (var result in results)
        {
            WriteOne(json, result, tellCreated);
        }

        json.WriteEndArray();
    });

    /// <summary>Writes what became of one record.</summary>
    public static void WriteOne(Utf8JsonWriter json, WriteResult result, bool tellCreated)
    {
        json.WriteStartObject();
        if (result.Error is null)
        {
            json.WriteString("id", result.Id.ToString());
        }

        json.WriteBoolean("success", result.Error is null);
        WriteErrors(json, result.Error);
        if (tellCreated && result.Error is null)
        {
            json.WriteBoolean("created", result.Created);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the errors of one record among several.</summary>
    public static void WriteErrors(Utf8JsonWriter json, WriteException? error)
    {
        json.WriteStartArray("errors");
        if (error is not null)
        {
            json.WriteStartObject();
            json.WriteString("statusCode", error.ErrorCode);
            json.WriteString("message", error.Message);
            WriteFields(json, error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, WriteException error)
    {
        json.WriteStartArray("fields");
        foreach (var field in error.Fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
    }
}
