namespace SalesforceImport.Salesforce.Reading;

/// <summary>
/// Where the text of one batch lives: a few arrays, filled one after the other and then left to the batch. Not thread-safe.
/// </summary>
internal sealed class TextArena
{
    // Below the size from which arrays go to the large object heap, where short lives cost full collections.
    private const int ChunkBytes = 64 * 1024;

    private byte[] _chunk = [];
    private int _used;

    /// <summary>The bytes written since the last <see cref="Reset"/>.</summary>
    public long Bytes { get; private set; }

    /// <summary>Keeps the inside of a JSON string.</summary>
    public FieldValue Keep(ReadOnlySpan<byte> raw, bool escaped)
    {
        bool clean = JsonText.IsClean(raw, escaped);
        int room = clean ? raw.Length : JsonText.MaxDecodedLength(raw);
        if (_chunk.Length - _used < room || _chunk.Length == 0)
        {
            _chunk = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkBytes, room));
            _used = 0;
        }

        int offset = _used;
        int length = raw.Length;
        if (clean)
        {
            raw.CopyTo(_chunk.AsSpan(offset));
        }
        else
        {
            length = JsonText.Decode(raw, _chunk.AsSpan(offset));
        }

        _used += length;
        Bytes += length;
        return FieldValue.FromUtf8(_chunk, offset, length);
    }

    /// <summary>Begins a new batch. The rest of the present array may serve it: what is written is never written again.</summary>
    public void Reset() => Bytes = 0;
}
