using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>From a property's name to its column's: <c>FirstName</c> is kept in <c>first_name</c>.</summary>
internal static class ColumnNames
{
    // The server cuts longer names off, without a word.
    private const int MostBytes = 63;

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "id", "org_id", "salesforce_id", "salesforce_object", "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid",
    };

    /// <summary>
    /// The column, unquoted. Columns of the store's own are never meant: they are the first four above and those that
    /// begin with an underscore. Nor are those that every table has.
    /// </summary>
    public static string For(string property)
    {
        string name = Shorten(JsonNamingPolicy.SnakeCaseLower.ConvertName(property));
        return name.Length == 0 || name[0] == '_' ? "p" + (name.Length == 0 ? property : name)
            : Taken.Contains(name) ? name + "_"
            : name;
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Shorten(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        if (utf8.Length < MostBytes)
        {
            return name;
        }

        // Two long names may begin alike: the hash keeps them apart.
        int length = MostBytes - 10;
        while ((utf8[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return $"{Encoding.UTF8.GetString(utf8, 0, length)}_{Convert.ToHexStringLower(SHA256.HashData(utf8).AsSpan(0, 4))}";
    }
}
