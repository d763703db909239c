using System.Buffers;
using System.Text;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Hands a string's UTF-8 bytes to a function without leaving garbage behind.</summary>
internal static class Utf8Scratch
{
    private const int OnStack = 512;

    public static TResult With<TState, TResult>(string text, TState state, Func<ReadOnlySpan<byte>, TState, TResult> use)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= OnStack)
        {
            Span<byte> utf8 = stackalloc byte[OnStack];
            return use(utf8[..Encoding.UTF8.GetBytes(text, utf8)], state);
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return use(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), state);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
