using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesforceImport.Emulator.Data;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Querying.Output;

/// <summary>Writes records as JSON, field by field, straight from the rows. One per answer, not thread-safe.</summary>
internal sealed class RowWriter(Utf8JsonWriter json, string versionPath, IChildPages children, QueryClock clock)
{
    /// <summary>How JSON is written: UTF-8 as it is, and only what JSON itself asks for escaped.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("attributes");

    private readonly Dictionary<(ObjectDefinition, bool), byte[]> _attributes = [];
    private readonly Cell _cell = new();

    public Utf8JsonWriter Json => json;

    /// <summary>The path of the API version that was asked, such as <c>/services/data/v67.0</c>.</summary>
    public string VersionPath => versionPath;

    public IChildPages Children => children;

    /// <summary>Stops child subqueries; that of the request, which may be another than the query began with.</summary>
    public QueryClock Clock => clock;

    /// <summary>A cell for what is written at once.</summary>
    public Cell Cell => _cell;

    /// <summary>Writes the record that the reader stands on.</summary>
    /// <param name="row">The record.</param>
    /// <param name="nodes">What was selected.</param>
    /// <param name="byName">Whether it was reached through a reference to several objects, and so is a Name.</param>
    public void WriteRecord(RowReader row, IReadOnlyList<OutputNode> nodes, bool byName = false)
    {
        json.WriteStartObject();
        WriteAttributes(row, byName);
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].Write(this, row);
        }

        json.WriteEndObject();
    }

    private void WriteAttributes(RowReader row, bool byName)
    {
        var key = (row.Table.Definition, byName);
        if (!_attributes.TryGetValue(key, out var template))
        {
            var name = row.Table.Definition.Name;
            template = Encoding.UTF8.GetBytes(
                $$"""{"type":"{{(byName ? "Name" : name)}}","url":"{{versionPath}}/sobjects/{{name}}/{{new string(' ', RecordId.LongLength)}}"}""");
            _attributes[key] = template;
        }

        row.Id.WriteTo(template.AsSpan(template.Length - RecordId.LongLength - 2));
        json.WritePropertyName(Attributes);
        json.WriteRawValue(template, skipInputValidation: true);
    }
}
