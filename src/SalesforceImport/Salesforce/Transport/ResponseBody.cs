using System.Net;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>The body of an answer, read with a limit on how long it may pause. Not thread-safe.</summary>
internal sealed class ResponseBody(HttpResponseMessage response, SalesforceOrgSettings settings, TimeProvider timeProvider) : IDisposable
{
    private Stream? _stream;
    private CancellationTokenSource? _idle;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The value of a header of the answer; null where it has none.</summary>
    public string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <exception cref="OrgUnavailableException">The connection broke, or nothing came for too long.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var idle = Arm();
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), idle);
        try
        {
            _stream ??= await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
            int read = await _stream.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
            idle.CancelAfter(Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Broken($"sent nothing for {settings.ReadIdleTimeout.TotalSeconds:0} seconds in the middle of an answer", null);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Broken("broke off in the middle of an answer", failure);
        }
    }

    /// <summary>Reads the whole, which must not be larger than the bound.</summary>
    public async ValueTask<byte[]> ReadWholeAsync(int maxBytes, CancellationToken cancellationToken)
    {
        byte[] bytes = await ReadUpToAsync(maxBytes + 1, cancellationToken).ConfigureAwait(false);
        return bytes.Length <= maxBytes
            ? bytes
            : throw new SalesforceException($"An answer of {Host} is larger than {maxBytes / 1024} KiB, which no such answer should be.");
    }

    /// <summary>Reads no more than so many bytes; a byte order mark is left out.</summary>
    public async ValueTask<byte[]> ReadUpToAsync(int maxBytes, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(4096, maxBytes)];
        int length = 0;
        while (true)
        {
            int read = await ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0 || length == maxBytes)
            {
                int start = buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
                return buffer[start..length];
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(maxBytes, buffer.Length * 2));
            }
        }
    }

    public void Dispose()
    {
        response.Dispose();
        _idle?.Dispose();
    }

    private string Host => response.RequestMessage?.RequestUri?.Host ?? "the org";

    private CancellationTokenSource Arm()
    {
        // One that fired between two reads, while nobody was waiting, says nothing about the org.
        if (_idle is null || _idle.IsCancellationRequested)
        {
            _idle?.Dispose();
            _idle = new CancellationTokenSource(settings.ReadIdleTimeout, timeProvider);
        }
        else
        {
            _idle.CancelAfter(settings.ReadIdleTimeout);
        }

        return _idle;
    }

    private OrgUnavailableException Broken(string what, Exception? cause) =>
        new($"The org is unavailable: {Host} {what}.", null, response.StatusCode, cause) { Retry = RetryAdvice.Retry, AnswerLost = true };
}
