using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>
/// A server on this machine that answers with raw bytes, so that answers can end early, stall, or lie about their length.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Answer> _answer;
    private readonly Task _accepting;

    public LoopbackServer(Func<string, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>What happens once the bytes are sent.</summary>
    public enum Ending
    {
        Close,
        Reset,
        Stall,
    }

    public string Url { get; }

    public static Answer Json(string body, int? claimedLength = null, Ending ending = Ending.Close) => Raw(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nConnection: close\r\nContent-Length: {claimedLength ?? Encoding.UTF8.GetByteCount(body)}\r\n\r\n",
        body,
        ending);

    public static Answer WithoutLength(string body, Ending ending = Ending.Close) =>
        Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n", body, ending);

    public static Answer Chunked(string body, bool finished, Ending ending = Ending.Close) => Raw(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        $"{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n{(finished ? "0\r\n\r\n" : "")}",
        ending);

    /// <summary>A compressed body without its last bytes, at a length that hides it.</summary>
    public static Answer Gzip(string body, int cut)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        byte[] bytes = packed.ToArray()[..^cut];
        string head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: {bytes.Length}\r\n\r\n";
        return new([.. Encoding.ASCII.GetBytes(head), .. bytes], Ending.Close);
    }

    public static Answer Raw(string head, string body, Ending ending) => new([.. Encoding.ASCII.GetBytes(head), .. Encoding.UTF8.GetBytes(body)], ending);

    public async ValueTask DisposeAsync()
    {
        // Only then the listener: one that is stopped between two connections refuses to be asked for the next.
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var answer = _answer(await ReadRequestAsync(socket));
                await socket.SendAsync(answer.Bytes, _stop.Token);
                if (answer.Ending == Ending.Stall)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                }

                if (answer.Ending == Ending.Reset)
                {
                    socket.LingerState = new LingerOption(true, 0);
                }
                else
                {
                    socket.Shutdown(SocketShutdown.Both);
                }
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<string> ReadRequestAsync(Socket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        int length = 0;
        while (true)
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
            length += read;
            string text = Encoding.ASCII.GetString(buffer, 0, length);
            if (read == 0 || text.Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                return text;
            }
        }
    }

    internal sealed record Answer(byte[] Bytes, Ending Ending);
}
