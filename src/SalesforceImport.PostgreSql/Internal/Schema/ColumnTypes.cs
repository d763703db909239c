namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Which types of columns hold which properties.</summary>
internal static class ColumnTypes
{
    /// <summary>The form of the columns that the store makes for properties.</summary>
    public static ColumnForm Form(PropertyType type) => type switch
    {
        PropertyType.Text => ColumnForm.Text,
        PropertyType.Integer => ColumnForm.Bigint,
        PropertyType.Decimal => ColumnForm.Numeric,
        PropertyType.Boolean => ColumnForm.Boolean,
        PropertyType.Date => ColumnForm.Date,
        _ => ColumnForm.Timestamptz,
    };

    /// <summary>The type a column of this form is declared with.</summary>
    public static string Declaration(ColumnForm form) => form switch
    {
        ColumnForm.Text => "text",
        ColumnForm.Bigint => "bigint",
        ColumnForm.Numeric => "numeric",
        ColumnForm.Boolean => "boolean",
        ColumnForm.Date => "date",
        _ => "timestamptz",
    };

    /// <summary>The form of a column that is there, if it keeps such values as they are; otherwise null.</summary>
    /// <param name="type">The property's type.</param>
    /// <param name="declared">The column's type as <c>format_type</c> writes it.</param>
    public static ColumnForm? Fitting(PropertyType type, string declared)
    {
        ColumnForm? form = declared switch
        {
            "text" or "citext" or "character varying" => ColumnForm.Text,
            _ when declared.StartsWith("character varying(", StringComparison.Ordinal) => ColumnForm.Text,
            "bigint" => ColumnForm.Bigint,
            "numeric" => ColumnForm.Numeric,
            "boolean" => ColumnForm.Boolean,
            "date" => ColumnForm.Date,
            "timestamp with time zone" => ColumnForm.Timestamptz,
            _ => null,
        };
        return form == Form(type) || (type == PropertyType.Integer && form == ColumnForm.Numeric) ? form : null;
    }
}
