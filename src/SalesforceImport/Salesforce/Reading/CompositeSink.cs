using System.Net;
using System.Text;
using System.Text.Json;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>Reads the answer to a composite request of one query: its page, or why there is none. Not thread-safe.</summary>
internal sealed class CompositeSink(QueryPageSink page) : JsonSink
{
    private const int DepthOfAnswer = 3;

    private Key _key;
    private bool _inPage;
    private string? _code;
    private string? _message;
    private int _status;

    private enum Key
    {
        Other,
        Body,
        Status,
        Code,
        Message,
    }

    /// <summary>What the org said instead of a page; null when there was one.</summary>
    public OrgError? Refusal => page.HasRecords || (_code is null && _message is null)
        ? null
        : new(_status == 0 ? HttpStatusCode.BadRequest : (HttpStatusCode)_status, IsJson: true, _code, _message, null, null);

    public override string Where => page.Where;

    public override SinkState Take(ref Utf8JsonReader reader)
    {
        while (true)
        {
            if (_inPage)
            {
                var state = page.Take(ref reader);
                if (state != SinkState.Ended)
                {
                    return state;
                }

                _inPage = false;
            }

            if (!reader.Read())
            {
                return SinkState.NeedMore;
            }

            if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 })
            {
                return SinkState.Ended;
            }

            TakeAround(ref reader);
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        byte[] text = new byte[JsonText.MaxDecodedLength(reader.ValueSpan)];
        return Encoding.UTF8.GetString(text, 0, JsonText.Decode(reader.ValueSpan, text));
    }

    private void TakeAround(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _key = reader.CurrentDepth == DepthOfAnswer && reader.ValueTextEquals("body"u8) ? Key.Body
                    : reader.CurrentDepth == DepthOfAnswer && reader.ValueTextEquals("httpStatusCode"u8) ? Key.Status
                    : reader.ValueTextEquals("errorCode"u8) ? Key.Code
                    : reader.ValueTextEquals("message"u8) ? Key.Message
                    : Key.Other;
                break;
            case JsonTokenType.StartObject when _key == Key.Body && reader.CurrentDepth == DepthOfAnswer:
                page.Begin();
                _inPage = true;
                break;
            case JsonTokenType.Number when _key == Key.Status:
                reader.TryGetInt32(out _status);
                break;
            case JsonTokenType.String when _key == Key.Code:
                _code ??= Text(ref reader);
                break;
            case JsonTokenType.String when _key == Key.Message:
                _message ??= Text(ref reader);
                break;
        }
    }
}
