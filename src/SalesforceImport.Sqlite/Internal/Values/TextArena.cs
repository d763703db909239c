namespace SalesforceImport.Sqlite.Internal;

/// <summary>Keeps the texts of a batch of rows side by side in a few buffers, rather than each in an object of its own.</summary>
internal sealed class TextArena
{
    private const int ChunkLength = 32 * 1024;

    private byte[] _chunk = [];
    private int _used;

    public FieldValue Keep(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ChunkLength / 4)
        {
            return FieldValue.FromUtf8(utf8.ToArray(), 0, utf8.Length);
        }

        if (utf8.Length > _chunk.Length - _used)
        {
            _chunk = new byte[ChunkLength];
            _used = 0;
        }

        utf8.CopyTo(_chunk.AsSpan(_used));
        _used += utf8.Length;
        return FieldValue.FromUtf8(_chunk, _used - utf8.Length, utf8.Length);
    }
}
