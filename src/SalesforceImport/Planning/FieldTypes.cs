namespace SalesforceImport.Planning;

/// <summary>Which property type a field's values are read as.</summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm">Field types</seealso>
internal static class FieldTypes
{
    /// <summary>The type for a field as describe reports it; null for compound and binary fields, which are not imported as one value.</summary>
    public static PropertyType? Of(SObjectField field) => field.Type switch
    {
        "boolean" => PropertyType.Boolean,
        "int" or "long" => PropertyType.Integer,
        "double" or "currency" or "percent" => PropertyType.Decimal,
        "date" => PropertyType.Date,
        "datetime" => PropertyType.DateTime,
        "address" or "location" or "base64" or "anytype" or "complexvalue" => null,
        _ => PropertyType.Text,
    };

    /// <summary>Whether values of one type can be read as another: anything as text, a whole number as a decimal.</summary>
    public static bool Fits(PropertyType described, PropertyType wanted) =>
        described == wanted || wanted == PropertyType.Text || (described == PropertyType.Integer && wanted == PropertyType.Decimal);
}
