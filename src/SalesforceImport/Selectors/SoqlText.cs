using System.Globalization;
using System.Text;

namespace SalesforceImport.Selectors;

/// <summary>Values as SOQL literals.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm">Quoted string escapes</seealso>
internal static class SoqlText
{
    public const string Null = "null";

    public static string Literal(FieldValue value) => value.IsNull ? Null : value.Type switch
    {
        PropertyType.Text => Quote(value.AsText()!),
        PropertyType.Integer => Literal(value.AsInteger()),
        PropertyType.Decimal => Literal(value.AsDecimal()),
        PropertyType.Boolean => Literal(value.AsBoolean()),
        PropertyType.Date => Literal(value.AsDate()),
        _ => Literal(value.AsDateTime()),
    };

    public static string Literal(string? text) => text is null ? Null : Quote(text);

    public static string Literal(SalesforceId id) => Quote(id.ToString());

    public static string Literal(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Literal(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Literal(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Literal(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Text between quotes: quotes, backslashes, control characters and halves of surrogate pairs are escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        for (int i = 0; i < text.Length; i++)
        {
            AppendEscaped(quoted, text, i);
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>
    /// A pattern between quotes. In it <c>%</c> and <c>_</c> are wildcards; <c>\%</c>, <c>\_</c> and <c>\\</c> stand for the
    /// characters themselves, which is also how SOQL writes them.
    /// </summary>
    public static string QuotePattern(string pattern)
    {
        var quoted = new StringBuilder(pattern.Length + 2).Append('\'');
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '%' or '_' or '\\')
            {
                quoted.Append('\\').Append(pattern[++i]);
            }
            else
            {
                AppendEscaped(quoted, pattern, i);
            }
        }

        return quoted.Append('\'').ToString();
    }

    private static void AppendEscaped(StringBuilder quoted, string text, int index)
    {
        char c = text[index];
        switch (c)
        {
            case '\'' or '\\':
                quoted.Append('\\').Append(c);
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\r':
                quoted.Append("\\r");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case var _ when char.IsControl(c) || UnicodeText.IsLoneSurrogate(text, index):
                quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                break;
            default:
                quoted.Append(c);
                break;
        }
    }
}
