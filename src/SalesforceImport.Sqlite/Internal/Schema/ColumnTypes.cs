namespace SalesforceImport.Sqlite.Internal;

/// <summary>Which declared types of columns hold which properties, by SQLite's rules of affinity.</summary>
internal static class ColumnTypes
{
    /// <summary>The type a new column is declared with.</summary>
    public static string Declaration(PropertyType type) => type switch
    {
        PropertyType.Integer or PropertyType.Boolean => "INTEGER",
        PropertyType.Decimal => "DECIMAL",
        _ => "TEXT",
    };

    /// <summary>Whether a column that the host declared keeps such values as they are.</summary>
    public static bool Fits(PropertyType type, string declared)
    {
        var affinity = Affinity(declared);
        return type switch
        {
            PropertyType.Text => affinity is "TEXT" or "BLOB",
            PropertyType.Integer or PropertyType.Boolean => affinity is "INTEGER" or "NUMERIC" or "BLOB",
            PropertyType.Decimal => affinity is "NUMERIC" or "INTEGER" or "REAL" or "BLOB",
            // Dates hold hyphens, so that a numeric column leaves them as the text they are: DATE and DATETIME are numeric.
            _ => affinity is "TEXT" or "NUMERIC" or "BLOB",
        };
    }

    private static string Affinity(string declared)
    {
        bool Has(string part) => declared.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("INT") ? "INTEGER"
            : Has("CHAR") || Has("CLOB") || Has("TEXT") ? "TEXT"
            : Has("BLOB") || declared.Length == 0 ? "BLOB"
            : Has("REAL") || Has("FLOA") || Has("DOUB") ? "REAL"
            : "NUMERIC";
    }
}
