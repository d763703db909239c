using System.Globalization;
using System.Text;

namespace SalesforceImport.Tests.Selectors;

/// <summary>Reads SOQL the way Salesforce documents it, independently of the code under test.</summary>
internal static class SoqlReader
{
    /// <summary>The text of a quoted literal that starts at a position; the position moves past it.</summary>
    public static string ReadLiteral(string soql, ref int position)
    {
        soql[position].Should().Be('\'', "a literal starts with a quote");
        var text = new StringBuilder();
        for (position++; soql[position] != '\''; position++)
        {
            if (soql[position] < ' ')
            {
                throw new FormatException("A control character is not escaped.");
            }

            if (soql[position] != '\\')
            {
                text.Append(soql[position]);
                continue;
            }

            position++;
            switch (char.ToLowerInvariant(soql[position]))
            {
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case '\'' or '"' or '\\' or '%' or '_': text.Append(soql[position]); break;
                case 'u':
                    text.Append((char)int.Parse(soql.AsSpan(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    position += 4;
                    break;
                default: throw new FormatException($"No escape: \\{soql[position]}");
            }
        }

        position++;
        return text.ToString();
    }

    /// <summary>The query with every literal replaced by <c>?</c> and everything between parentheses left out.</summary>
    public static string Outline(string soql)
    {
        var outline = new StringBuilder();
        int depth = 0;
        for (int position = 0; position < soql.Length;)
        {
            char c = soql[position];
            if (c == '\'')
            {
                ReadLiteral(soql, ref position);
                c = '?';
            }
            else
            {
                position++;
                depth -= c == ')' ? 1 : 0;
            }

            if (depth < 0)
            {
                throw new FormatException($"Closed without being opened: {soql}");
            }

            if (depth == 0)
            {
                outline.Append(c);
            }

            depth += c == '(' ? 1 : 0;
        }

        depth.Should().Be(0, "everything that was opened is closed");
        return outline.ToString();
    }
}
