using System.Text.Json;

namespace SalesforceImport.Relational;

/// <summary>The changed properties of one history entry, by name.</summary>
internal static class HistoryChanges
{
    public static string ToJson(IReadOnlyList<HistoryChange> changes) => ValueJson.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("property", change.Property);
            writer.WritePropertyName("before");
            ValueJson.Write(writer, change.Before);
            writer.WritePropertyName("after");
            ValueJson.Write(writer, change.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static HistoryChange[] FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateArray().Select(change => new HistoryChange(
                change.GetProperty("property").GetString()!,
                ValueJson.Read(change.GetProperty("before")),
                ValueJson.Read(change.GetProperty("after")))),
        ];
    }
}
