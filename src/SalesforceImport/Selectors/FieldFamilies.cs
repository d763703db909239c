namespace SalesforceImport.Selectors;

internal static class FieldFamilies
{
    /// <summary>The family of a describe type.</summary>
    public static FieldFamily Of(string describeType) => describeType switch
    {
        "string" or "picklist" or "combobox" or "email" or "phone" or "url" or "textarea" or "encryptedstring" => FieldFamily.Text,
        "multipicklist" => FieldFamily.MultiPicklist,
        "id" or "reference" => FieldFamily.Id,
        "boolean" => FieldFamily.Boolean,
        "int" or "long" => FieldFamily.WholeNumber,
        "double" or "currency" or "percent" => FieldFamily.Number,
        "date" => FieldFamily.Date,
        "datetime" => FieldFamily.DateTime,
        "time" => FieldFamily.Time,
        "address" or "location" => FieldFamily.Compound,
        "base64" or "complexvalue" or "json" => FieldFamily.Opaque,
        _ => FieldFamily.Unknown,
    };

    public static bool Takes(this FieldFamily family, ConditionValue value) => value.IsNull || (family, value.Value.Type) switch
    {
        (FieldFamily.Unknown, _) => true,
        (FieldFamily.Text or FieldFamily.MultiPicklist, PropertyType.Text) => true,
        (FieldFamily.Id, PropertyType.Text) => SalesforceId.TryParse(value.Value.AsText(), out _),
        (FieldFamily.Boolean, PropertyType.Boolean) => true,
        (FieldFamily.WholeNumber or FieldFamily.Number, PropertyType.Integer) => true,
        (FieldFamily.Number, PropertyType.Decimal) => true,
        (FieldFamily.Date, PropertyType.Date) => true,
        (FieldFamily.DateTime, PropertyType.DateTime) => true,
        _ => false,
    };

    public static bool Takes(this FieldFamily family, ComparisonOperator comparison) => family switch
    {
        FieldFamily.Unknown or FieldFamily.Text => true,
        FieldFamily.Boolean or FieldFamily.MultiPicklist => comparison != ComparisonOperator.Like && !comparison.IsOrder(),
        _ => comparison != ComparisonOperator.Like,
    };

    /// <summary>What to give instead, for the end of a sentence.</summary>
    public static string Wanted(this FieldFamily family) => family switch
    {
        FieldFamily.Id => "give an id of 15 or 18 characters",
        FieldFamily.Boolean => "give true or false",
        FieldFamily.WholeNumber => "give a whole number",
        FieldFamily.Number => "give a number",
        FieldFamily.Date => "give a date (DateOnly)",
        FieldFamily.DateTime => "give an instant (DateTimeOffset)",
        FieldFamily.Time => "say it with RecordCondition.Soql",
        FieldFamily.Compound => "compare one of its parts, such as City",
        FieldFamily.Opaque => "it can be compared with nothing",
        _ => "give text",
    };
}
