using System.Text;
using System.Text.Unicode;

namespace SalesforceImport.Salesforce.Reading;

/// <summary>
/// Where the text of one batch lives: a few arrays, filled one after the other and then left to the batch. Not thread-safe.
/// </summary>
internal sealed class TextArena
{
    // Below the size from which arrays go to the large object heap, where short lives cost full collections.
    private const int ChunkBytes = 64 * 1024;
    private const int CountedFrom = 256;
    private const int MostBytesPerChar = 3;

    private byte[] _chunk = [];
    private int _used;

    /// <summary>The bytes written since the last <see cref="Reset"/>.</summary>
    public long Bytes { get; private set; }

    /// <summary>Keeps the inside of a JSON string.</summary>
    public FieldValue Keep(ReadOnlySpan<byte> raw, bool escaped)
    {
        bool clean = JsonText.IsClean(raw, escaped);
        var destination = Reserve(clean ? raw.Length : JsonText.MaxDecodedLength(raw));
        if (!clean)
        {
            return Kept(JsonText.Decode(raw, destination));
        }

        raw.CopyTo(destination);
        return Kept(raw.Length);
    }

    /// <summary>Keeps text that came as characters.</summary>
    public FieldValue Keep(ReadOnlySpan<char> text)
    {
        // Counting first pays only where reserving for the worst case would waste much.
        int most = text.Length <= CountedFrom ? text.Length * MostBytesPerChar : Encoding.UTF8.GetByteCount(text);
        Utf8.FromUtf16(text, Reserve(most), out _, out int length);
        return Kept(length);
    }

    /// <summary>Begins a new batch. The rest of the present array may serve it: what is written is never written again.</summary>
    public void Reset() => Bytes = 0;

    private Span<byte> Reserve(int room)
    {
        if (_chunk.Length - _used < room || _chunk.Length == 0)
        {
            _chunk = GC.AllocateUninitializedArray<byte>(Math.Max(ChunkBytes, room));
            _used = 0;
        }

        return _chunk.AsSpan(_used);
    }

    private FieldValue Kept(int length)
    {
        int offset = _used;
        _used += length;
        Bytes += length;
        return FieldValue.FromUtf8(_chunk, offset, length);
    }
}
