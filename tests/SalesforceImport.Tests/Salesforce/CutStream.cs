namespace SalesforceImport.Tests.Salesforce;

/// <summary>A body that arrives in pieces: in two, cut at a place, or all in pieces of one size.</summary>
internal sealed class CutStream(byte[] content, int size, bool every = false) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int most = every ? size : Position < size ? size - (int)Position : int.MaxValue;
        return ValueTask.FromResult(Read(buffer.Span[..Math.Min(buffer.Length, most)]));
    }
}
