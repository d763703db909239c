using System.Text.Json;

namespace SalesforceImport.Emulator.Http.Composite;

/// <summary>What a request inside another came to.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON of the answer; empty for none.</param>
/// <param name="Headers">What the answer around it repeats of its headers.</param>
internal sealed record Subanswer(int Status, ReadOnlyMemory<byte> Body, params IReadOnlyList<(string Name, string Value)> Headers)
{
    public bool Failed => Status >= 400;

    /// <summary>Makes an error. Those inside a composite answer name the code first.</summary>
    public static Subanswer Error(int status, string errorCode, string message) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new[] { new ErrorBody(errorCode, message) }, ErrorBody.Options));

    /// <summary>Writes the body as a value.</summary>
    public void WriteBody(Utf8JsonWriter json)
    {
        if (Body.IsEmpty)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(Body.Span, skipInputValidation: true);
        }
    }

    private sealed record ErrorBody(string ErrorCode, string Message)
    {
        public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
    }
}
