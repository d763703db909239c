using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Where several records have the value that was to identify one: the caller must say which is meant.</summary>
internal static class RowChoices
{
    public static Task WriteAsync(Exchange exchange, ObjectDefinition definition, IReadOnlyList<long> rows) => Answers.JsonAsync(exchange.Http, 300, json =>
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStringValue($"{exchange.VersionPath}/sobjects/{definition.Name}/{exchange.Services.Org.Snapshot.Tables[definition].Ids.At(row)}");
        }

        json.WriteEndArray();
    });
}
