using System.Globalization;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing;

/// <summary>What the org says of records that it does not take.</summary>
internal static class WriteErrors
{
    public static WriteException NoSuchColumn(ObjectDefinition definition, string name) =>
        new("INVALID_FIELD", $"No such column '{name}' on sobject of type {definition.Name}");

    public static WriteException NotInBody(string name) => new("INVALID_FIELD", $"The {name} field should not be specified in the sobject data.");

    public static WriteException NotWritable(IReadOnlyList<string> names) => new(
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        $"Unable to create/update fields: {string.Join(", ", names)}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
        names);

    public static WriteException Required(IReadOnlyList<string> names) =>
        new("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", names)}]", names);

    public static WriteException TooLong(FieldDefinition field, string value) =>
        new("STRING_TOO_LONG", $"{field.Label}: data value too large: {value} (max length={field.Length})", field.Name);

    public static WriteException OutsideDates(FieldDefinition field, DateOnly day) => new(
        "NUMBER_OUTSIDE_VALID_RANGE",
        string.Create(CultureInfo.InvariantCulture, $"{field.Label}: value outside of valid range on date field: {day:yyyy-MM-dd}"),
        field.Name);

    public static WriteException OutsideRange(FieldDefinition field, object value) => new(
        "NUMBER_OUTSIDE_VALID_RANGE",
        string.Create(CultureInfo.InvariantCulture, $"{field.Label}: value outside of valid range on numeric field: {value}"),
        field.Name);

    public static WriteException BadPicklistValue(FieldDefinition field, string value) =>
        new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Label}: bad value for restricted picklist field: {value}", field.Name);

    public static WriteException BadEmail(FieldDefinition field, string value) =>
        new("INVALID_EMAIL_ADDRESS", $"{field.Label}: invalid email address: {value}", field.Name);

    public static WriteException WrongType(FieldDefinition field, object? value) =>
        new("INVALID_TYPE_ON_FIELD_IN_RECORD", $"{field.Label}: value not of required type: {value ?? "null"}", field.Name);

    /// <summary>An id that is none.</summary>
    public static WriteException MalformedId(FieldDefinition field, object value) =>
        new("MALFORMED_ID", $"{field.Label}: id value of incorrect type: {value}", field.Name);

    /// <summary>The id of a record of another object than those a field refers to.</summary>
    public static WriteException WrongReference(FieldDefinition field, object value) =>
        new("FIELD_INTEGRITY_EXCEPTION", $"{field.Label}: id value of incorrect type: {value}", field.Name);

    /// <summary>The id of a record that is not there.</summary>
    public static WriteException DanglingReference() => new("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");

    public static WriteException Deleted() => new("ENTITY_IS_DELETED", "entity is deleted");

    public static WriteException NoSuchRecord() => new("NOT_FOUND", "The requested resource does not exist");

    public static WriteException Duplicate(string names, RecordId other) =>
        new("DUPLICATE_VALUE", $"duplicate value found: {names} duplicates value on record with id: {other.ToString()[..RecordId.ShortLength]}");

    public static WriteException RolledBack() => new(
        "ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back because not all records were valid and the request was using AllOrNone header");
}
