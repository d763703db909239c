using System.Text.Json;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>From a property's name to its column's: <c>FirstName</c> is kept in <c>first_name</c>.</summary>
internal static class ColumnNames
{
    private static readonly HashSet<string> Taken =
        new(StringComparer.OrdinalIgnoreCase) { "id", "org_id", "salesforce_id", "salesforce_object", "rowid", "oid" };

    /// <summary>
    /// The column, unquoted. Columns of the store's own are never meant: they are the four above and those that begin
    /// with an underscore.
    /// </summary>
    public static string For(string property)
    {
        string name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
        return name.Length == 0 || name[0] == '_' ? "p" + (name.Length == 0 ? property : name)
            : Taken.Contains(name) ? name + "_"
            : name;
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
