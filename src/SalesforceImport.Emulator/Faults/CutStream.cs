namespace SalesforceImport.Emulator.Faults;

/// <summary>Lets some bytes through, then does something once, and lets nothing more through.</summary>
internal sealed class CutStream(Stream inner, long bytes, Func<CancellationToken, Task> atTheCut) : Stream
{
    private long _left = bytes;
    private bool _cut;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var through = (int)Math.Min(_left, buffer.Length);
        if (through > 0)
        {
            _left -= through;
            await inner.WriteAsync(buffer[..through], cancellationToken).ConfigureAwait(false);
        }

        if (through < buffer.Length && !_cut)
        {
            _cut = true;
            await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            await atTheCut(cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body is written asynchronously.");
}
