namespace SalesforceImport.Emulator.Faults;

/// <summary>A body to be sent.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Announced">What the header says of its length; where that is more, the connection ends short of it.</param>
internal readonly record struct RewrittenBody(ReadOnlyMemory<byte> Bytes, long Announced)
{
    public static RewrittenBody Whole(ReadOnlyMemory<byte> bytes) => new(bytes, bytes.Length);
}
