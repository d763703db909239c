namespace SalesforceImport.Planning;

/// <summary>The ids behind one, up to and including another; null for no end on that side.</summary>
internal readonly record struct IdRange(SalesforceId? After, SalesforceId? UpTo)
{
    private const int IdLength = 15;
    private const int Digits = 62;
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The part of it that lies behind an id.</summary>
    public IdRange Behind(SalesforceId? id) => id is { } at && !(After > at) ? this with { After = at } : this;

    /// <summary>An id in the middle of two, the higher one left out; null when there is none between them. Ids are numbers to the base of 62.</summary>
    public static SalesforceId? Middle(SalesforceId low, SalesforceId high)
    {
        var from = Number(low);
        var to = Number(high);
        var middle = from + ((to - from) / 2);
        return to > from && middle > from ? Id(middle) : null;
    }

    private static UInt128 Number(SalesforceId id)
    {
        Span<byte> text = stackalloc byte[18];
        id.TryFormat(text);
        var number = UInt128.Zero;
        foreach (byte digit in text[..IdLength])
        {
            number = (number * Digits) + (UInt128)Alphabet.IndexOf((char)digit, StringComparison.Ordinal);
        }

        return number;
    }

    private static SalesforceId Id(UInt128 number)
    {
        Span<char> text = stackalloc char[IdLength];
        for (int i = IdLength - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(number % Digits)];
            number /= Digits;
        }

        return SalesforceId.Parse(text.ToString());
    }
}
