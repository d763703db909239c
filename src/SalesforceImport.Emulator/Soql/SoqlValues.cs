using System.Globalization;
using Parlot;
using Parlot.Fluent;

namespace SalesforceImport.Emulator.Soql;

/// <summary>The values a condition can compare with.</summary>
internal static class SoqlValues
{
    /// <summary>Any value.</summary>
    public static readonly Parser<SoqlLiteral> Any = OneOf(
        SoqlStrings.Plain.Then(literal => (SoqlLiteral)literal),
        Known(Literals.Scan(NumeralLength), ToNumeral),
        Known(Literals.Scan(WordLength), ToWord));

    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private static readonly NullLiteral Null = new();

    private static readonly BooleanLiteral True = new(true);

    private static readonly BooleanLiteral False = new(false);

    private static Parser<SoqlLiteral> Known(Parser<TextSpan> token, Func<TextSpan, SoqlLiteral?> convert) =>
        SoqlTokens.Token(token.Then(convert).When((_, literal) => literal is not null).Then(literal => literal!));

    // Numbers, dates and times share their first characters, so one token takes them all and is read afterwards.
    private static int NumeralLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'))
        {
            return 0;
        }

        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or ':' or '+' or '-' or '_'))
        {
            length++;
        }

        return length;
    }

    private static SoqlLiteral? ToNumeral(TextSpan span)
    {
        var text = span.Span;
        if (decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var number))
        {
            return new NumberLiteral(number, text.IndexOfAny('.', 'e', 'E') < 0);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateLiteral(day);
        }

        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new DateTimeLiteral(instant)
            : null;
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var name = SoqlWords.NameLength(text);
        var rest = text[name..].TrimStart();
        if (name == 0 || rest.IsEmpty || rest[0] != ':')
        {
            return name;
        }

        rest = rest[1..].TrimStart();
        var digits = rest.IndexOfAnyExcept(SoqlWords.NamePart);
        return text.Length - rest.Length + (digits < 0 ? rest.Length : digits);
    }

    private static SoqlLiteral? ToWord(TextSpan span)
    {
        var text = span.Span;
        var colon = text.IndexOf(':');
        var word = (colon < 0 ? text : text[..colon].TrimEnd()).ToString().ToUpperInvariant();
        if (colon >= 0)
        {
            return DateKeywords.TakesNumber(word) == true
                && int.TryParse(text[(colon + 1)..].TrimStart(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                    ? new DateKeywordLiteral(word, n)
                    : null;
        }

        return word switch
        {
            "NULL" => Null,
            "TRUE" => True,
            "FALSE" => False,
            _ => DateKeywords.TakesNumber(word) == false ? new DateKeywordLiteral(word, null) : null,
        };
    }
}
