namespace SalesforceImport.Relational;

/// <summary>Keeps the texts of a batch of rows side by side in a few buffers, rather than each in an object of its own.</summary>
internal sealed class TextArena
{
    private const int ChunkLength = 32 * 1024;

    private byte[] _chunk = [];
    private int _used;

    public FieldValue Keep(ReadOnlySpan<byte> utf8)
    {
        var room = Reserve(utf8.Length);
        utf8.CopyTo(room);
        return FieldValue.FromUtf8(room.Array!, room.Offset, room.Count);
    }

    /// <summary>Room for one text, to be written to before it is made a value of.</summary>
    public ArraySegment<byte> Reserve(int length)
    {
        if (length > ChunkLength / 4)
        {
            return new(new byte[length]);
        }

        if (length > _chunk.Length - _used)
        {
            _chunk = new byte[ChunkLength];
            _used = 0;
        }

        _used += length;
        return new(_chunk, _used - length, length);
    }
}
