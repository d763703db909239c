using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>
/// Feeds a sink from the body of an answer through a pooled buffer that grows only with the longest single token, never
/// with the document. Not thread-safe.
/// </summary>
internal sealed class JsonTokenStream(ResponseBody body, JsonSink sink, int bufferBytes = JsonTokenStream.DefaultBuffer) : IDisposable
{
    /// <summary>The longest single value taken, as sent.</summary>
    public const int MaxTokenBytes = 16 * 1024 * 1024;

    private const int DefaultBuffer = 64 * 1024;
    private const int MaxDepth = 64;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(bufferBytes);
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaxDepth });
    private ExceptionDispatchInfo? _failure;
    private int _start;
    private int _end;
    private bool _begun;
    private bool _sawToken;
    private bool _sawEnd;

    /// <summary>Feeds the sink until it pauses (true), or its document ends (false).</summary>
    /// <exception cref="OrgUnavailableException">The answer broke off, or is not JSON.</exception>
    /// <exception cref="SalesforceException">A single value is longer than <see cref="MaxTokenBytes"/>.</exception>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int before = _end - _start;
            if (before > 0 && _begun)
            {
                var state = Feed();
                if (state != SinkState.NeedMore)
                {
                    return state == SinkState.Paused;
                }
            }

            // A token that is not whole is looked at again only once the buffer holds twice as much of it: to look after
            // each read would be quadratic in its length.
            int left = _end - _start;
            int wanted = left == before ? Math.Clamp(left * 2, 3, MaxTokenBytes) : left + 1;
            await FillAsync(wanted, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        body.Dispose();
    }

    private SinkState Feed()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, _state);
        try
        {
            var result = sink.Take(ref reader);
            _sawToken |= reader.BytesConsumed > 0;
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            return result;
        }
        catch (JsonException) when (!_sawToken && reader.BytesConsumed == 0)
        {
            throw OrgErrors.NotJson(body.Status, BodyText.FirstLine(_buffer.AsSpan(_start, _end - _start)));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw Broken($"turned into something that is not the JSON expected, at {sink.Where}", failure);
        }
    }

    private async ValueTask FillAsync(int wanted, CancellationToken cancellationToken)
    {
        _failure?.Throw();
        if (_sawEnd)
        {
            throw _sawToken
                ? Broken($"ended early, at {sink.Where}", null)
                : OrgErrors.NotJson(body.Status, BodyText.FirstLine(_buffer.AsSpan(_start, _end - _start)));
        }

        MakeRoom(wanted);
        while (_end - _start < wanted)
        {
            try
            {
                int read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
                _sawEnd = read == 0;
                _end += read;
            }
            catch (OrgUnavailableException failure)
            {
                // What came before the break may hold whole records: they are looked at first.
                _failure = ExceptionDispatchInfo.Capture(failure);
            }

            if (_sawEnd || _failure is not null)
            {
                break;
            }
        }

        SkipByteOrderMark();
    }

    private void MakeRoom(int wanted)
    {
        int left = _end - _start;
        if (left >= MaxTokenBytes)
        {
            throw new SalesforceException(
                $"The answer holds a value of more than {MaxTokenBytes / (1024 * 1024)} MiB, at {sink.Where}. Leave that field out of the import.");
        }

        if (_buffer.Length < wanted)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(wanted);
            _buffer.AsSpan(_start, left).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
        }

        _start = 0;
        _end = left;
    }

    private void SkipByteOrderMark()
    {
        if (!_begun)
        {
            _begun = true;
            if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8))
            {
                _start += 3;
            }
        }
    }

    private OrgUnavailableException Broken(string what, Exception? cause) =>
        new($"The org is unavailable: its answer {what}.", null, body.Status, cause) { Retry = RetryAdvice.Retry, AnswerLost = true };
}
