using System.Globalization;
using System.Text;
using Parlot;
using Parlot.Fluent;

namespace SalesforceImport.Emulator.Soql;

/// <summary>Quoted strings and their escapes.</summary>
internal static class SoqlStrings
{
    /// <summary>The most characters that a string may have.</summary>
    public const int MaxLength = 4_000;

    /// <summary>A string with every escape resolved.</summary>
    public static readonly Parser<StringLiteral> Plain = Quoted(keepPattern: false);

    /// <summary>The string of a LIKE, in which the escapes that tell a character from a wildcard stay.</summary>
    public static readonly Parser<StringLiteral> Pattern = Quoted(keepPattern: true);

    private static Parser<StringLiteral> Quoted(bool keepPattern) =>
        SoqlTokens.Token(Literals.Scan(QuotedLength, "'").Then((context, span) => new StringLiteral(Resolve(context, span, keepPattern))));

    /// <summary>The length of the string at the start of a text, quotes included; 0 where none begins or ends.</summary>
    /// <param name="text">The text.</param>
    public static int QuotedLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '\'')
        {
            return 0;
        }

        for (var at = 1; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAny('\'', '\\');
            if (step < 0)
            {
                return 0;
            }

            at += step;
            if (text[at] == '\'')
            {
                return at + 1;
            }

            at++;
        }

        return 0;
    }

    private static string Resolve(ParseContext context, TextSpan quoted, bool keepPattern)
    {
        var text = quoted.Span[1..^1];
        var value = text.Contains('\\') ? Unescape(context, quoted.Offset, text, keepPattern) : text.ToString();
        return value.Length <= MaxLength ? value : throw SoqlErrors.StringTooLong(context.Scanner.Buffer, quoted.Offset);
    }

    private static string Unescape(ParseContext context, int position, ReadOnlySpan<char> text, bool keepPattern)
    {
        var value = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                value.Append(text[at]);
                continue;
            }

            var escape = text[++at];
            if (escape == 'u' && TryUnicode(text[(at + 1)..], out var character))
            {
                value.Append(character);
                at += 4;
            }
            else if (keepPattern && escape is '_' or '%' or '\\')
            {
                value.Append('\\').Append(escape);
            }
            else
            {
                value.Append(Single(escape) ?? throw SoqlErrors.BadEscape(context.Scanner.Buffer, position, text.ToString(), $"\\{escape}"));
            }
        }

        return value.ToString();
    }

    private static char? Single(char escape) => escape switch
    {
        'n' or 'N' => '\n',
        'r' or 'R' => '\r',
        't' or 'T' => '\t',
        'b' or 'B' => '\b',
        'f' or 'F' => '\f',
        '"' or '\'' or '\\' => escape,
        _ => null,
    };

    private static bool TryUnicode(ReadOnlySpan<char> digits, out char character)
    {
        character = '\0';
        if (digits.Length < 4 || !ushort.TryParse(digits[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        character = (char)code;
        return true;
    }
}
