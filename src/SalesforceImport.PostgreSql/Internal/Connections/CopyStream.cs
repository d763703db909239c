using System.Buffers;
using System.Buffers.Binary;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Rows on their way into a table by binary COPY. Values are encoded where they stand, into one buffer that is sent
/// whenever it is full: nothing is allocated for a field, and nothing is awaited for one.
/// </summary>
internal sealed class CopyStream : IAsyncDisposable
{
    private const int FlushAt = 256 * 1024;

    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0];

    private readonly NpgsqlRawCopyStream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FlushAt + (64 * 1024));
    private int _used;
    private bool _completed;

    public CopyStream(NpgsqlRawCopyStream stream)
    {
        _stream = stream;
        Signature.CopyTo(Reserve(Signature.Length));
        Reserve(8).Clear();
    }

    /// <summary>Begins a row of so many columns.</summary>
    public void BeginRow(int columns) => BinaryPrimitives.WriteInt16BigEndian(Reserve(2), (short)columns);

    /// <summary>Room for one value of a known length, which is written in front of it.</summary>
    public Span<byte> Value(int length)
    {
        var room = Reserve(length + 4);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        return room[4..];
    }

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Reserve(4), -1);

    /// <summary>To be called between rows: sends what has gathered.</summary>
    public ValueTask FlushWhenFullAsync(CancellationToken cancellationToken) => _used >= FlushAt ? FlushAsync(cancellationToken) : default;

    /// <summary>Ends the COPY: the rows are in the table, within the transaction.</summary>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        BinaryPrimitives.WriteInt16BigEndian(Reserve(2), -1);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        _completed = true;
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_completed)
        {
            try
            {
                await _stream.CancelAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or ObjectDisposedException)
            {
                // The server, or the connection, has ended the COPY before.
            }

            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.AsMemory(0, _used), cancellationToken).ConfigureAwait(false);
        _used = 0;
    }

    private Span<byte> Reserve(int length)
    {
        if (length > _buffer.Length - _used)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _used + length));
            _buffer.AsSpan(0, _used).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        _used += length;
        return _buffer.AsSpan(_used - length, length);
    }
}
