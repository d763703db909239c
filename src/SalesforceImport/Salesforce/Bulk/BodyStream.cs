using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// The body of an answer as a stream to read forward, with its time limit on pauses. NULs are left out: no database takes
/// them, and in UTF-8 they are nothing but themselves.
/// </summary>
internal sealed class BodyStream(ResponseBody body, CancellationToken stop) : Stream
{
    /// <summary>The last byte read; -1 before the first.</summary>
    public int LastByte { get; private set; } = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            int read = await body.ReadAsync(buffer, stop).ConfigureAwait(false);
            if (read == 0)
            {
                return 0;
            }

            int kept = WithoutNuls(buffer.Span[..read]);
            if (kept > 0)
            {
                LastByte = buffer.Span[kept - 1];
                return kept;
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private static int WithoutNuls(Span<byte> bytes)
    {
        int kept = bytes.IndexOf((byte)0);
        if (kept < 0)
        {
            return bytes.Length;
        }

        foreach (byte value in bytes[kept..])
        {
            if (value != 0)
            {
                bytes[kept++] = value;
            }
        }

        return kept;
    }
}
