using System.Text.Json;
using SalesforceImport.Emulator.Data.Editing.Wire;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>Reads records out of JSON.</summary>
internal static class WireJson
{
    private const string Attributes = "attributes";

    /// <exception cref="ApiException">It is no record.</exception>
    public static WireRecord Read(JsonElement json, Func<string, JsonElement, bool>? skip = null)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw JsonBody.Broken($"A record must be an object, not {json.ValueKind}");
        }

        var values = new List<KeyValuePair<string, object?>>();
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name != Attributes && skip?.Invoke(member.Name, member.Value) != true)
            {
                values.Add(KeyValuePair.Create(member.Name, Value(member.Value)));
            }
        }

        return new WireRecord(Attribute(json, "type"), values);
    }

    /// <summary>What a record says of itself, such as its type; null where it says nothing.</summary>
    public static string? Attribute(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(Attributes, out var attributes) && attributes.ValueKind == JsonValueKind.Object
            ? JsonBody.Text(attributes, name)
            : null;

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => Text(json),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : json.GetRawText(),
        JsonValueKind.Object => Key(json),
        _ => new List<object?>(),
    };

    private static ForeignKey Key(JsonElement json)
    {
        var type = Attribute(json, "type");
        foreach (var member in json.EnumerateObject().Where(member => member.Name != Attributes))
        {
            return new ForeignKey(type, member.Name, Value(member.Value));
        }

        return new ForeignKey(type, "", null);
    }

    private static string Text(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw JsonBody.Broken("Half of a surrogate pair is no character");
        }
    }
}
