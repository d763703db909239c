using System.Globalization;
using System.Text;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

/// <summary>Writes values as SOQL, choosing case and escapes by chance.</summary>
internal static class SoqlLiteralPrinter
{
    public static string Print(SoqlLiteral literal, bool pattern, Random chance) => literal switch
    {
        NullLiteral => Case("null", chance),
        BooleanLiteral boolean => Case(boolean.Value ? "true" : "false", chance),
        NumberLiteral number => Number(number),
        StringLiteral text => Quote(text.Value, pattern, chance),
        DateLiteral date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeLiteral instant => Instant(instant.Value, chance),
        DateKeywordLiteral { N: { } n } keyword => $"{Case(keyword.Keyword, chance)}:{n.ToString(CultureInfo.InvariantCulture)}",
        DateKeywordLiteral keyword => Case(keyword.Keyword, chance),
        _ => throw new ArgumentOutOfRangeException(nameof(literal)),
    };

    private static string Number(NumberLiteral number)
    {
        var text = number.Value.ToString(CultureInfo.InvariantCulture);
        return number.IsInteger || text.Contains('.', StringComparison.Ordinal) ? text : text + "e0";
    }

    private static string Instant(DateTimeOffset instant, Random chance) => instant.Offset == TimeSpan.Zero && chance.Next(2) == 0
        ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    private static string Quote(string value, bool pattern, Random chance)
    {
        var text = new StringBuilder("'");
        for (var at = 0; at < value.Length; at++)
        {
            if (pattern && value[at] == '\\')
            {
                text.Append(value, at++, 2);
            }
            else
            {
                text.Append(Escape(value[at], chance));
            }
        }

        return text.Append('\'').ToString();
    }

    private static string Escape(char character, Random chance) => character switch
    {
        '\'' or '\\' => $"\\{character}",
        '\n' when chance.Next(2) == 0 => Case("\\n", chance),
        '\r' when chance.Next(2) == 0 => Case("\\r", chance),
        '\t' when chance.Next(2) == 0 => Case("\\t", chance),
        '\b' when chance.Next(2) == 0 => Case("\\b", chance),
        '\f' when chance.Next(2) == 0 => Case("\\f", chance),
        '"' when chance.Next(2) == 0 => "\\\"",
        not ('%' or '_') when chance.Next(8) == 0 => $"\\u{(int)character:x4}",
        _ => character.ToString(),
    };

    private static string Case(string word, Random chance) => chance.Next(2) == 0 ? word : word.ToUpperInvariant();
}
