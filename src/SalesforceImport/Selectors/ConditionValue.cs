using System.Text.Json.Serialization;

namespace SalesforceImport.Selectors;

/// <summary>
/// A value that a field is compared with: text, a number, true or false, a date, an instant, a record id, or null. Made
/// by conversion from those types.
/// </summary>
/// <remarks>
/// Instants are kept in UTC to the millisecond, as Salesforce keeps them; what is finer is cut off. Immutable and
/// thread-safe.
/// </remarks>
[JsonConverter(typeof(ConditionValueJsonConverter))]
public readonly record struct ConditionValue
{
    private ConditionValue(FieldValue value) => Value = value;

    /// <summary>No value: Salesforce's null.</summary>
    public static ConditionValue Null => default;

    internal FieldValue Value { get; }

    internal bool IsNull => Value.IsNull;

    /// <summary>Text; null gives <see cref="Null"/>.</summary>
    /// <exception cref="InvalidConditionException">The text is not valid Unicode: half a surrogate pair.</exception>
    public static ConditionValue FromString(string? text) => text is null || UnicodeText.IsWellFormed(text)
        ? new(FieldValue.FromText(text))
        : throw new InvalidConditionException(null, SoqlText.Quote(text), $"The text {SoqlText.Quote(text)} is not valid Unicode: it holds half of a surrogate pair.");

    /// <summary>A whole number.</summary>
    public static ConditionValue FromInt64(long number) => new(FieldValue.FromInteger(number));

    /// <summary>A decimal number.</summary>
    public static ConditionValue FromDecimal(decimal number) => new(FieldValue.FromDecimal(number));

    /// <summary>True or false.</summary>
    public static ConditionValue FromBoolean(bool value) => new(FieldValue.FromBoolean(value));

    /// <summary>A calendar date, for date fields.</summary>
    public static ConditionValue FromDateOnly(DateOnly date) => new(FieldValue.FromDate(date));

    /// <summary>An instant, for datetime fields.</summary>
    public static ConditionValue FromDateTimeOffset(DateTimeOffset instant) =>
        new(FieldValue.FromDateTime(new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero)));

    /// <summary>A record id; the empty id gives <see cref="Null"/>.</summary>
    public static ConditionValue FromSalesforceId(SalesforceId id) => FromString(id.IsEmpty ? null : id.ToString());

    /// <summary>Text; null gives <see cref="Null"/>.</summary>
    public static implicit operator ConditionValue(string? text) => FromString(text);

    /// <summary>A whole number.</summary>
    public static implicit operator ConditionValue(long number) => FromInt64(number);

    /// <summary>A decimal number.</summary>
    public static implicit operator ConditionValue(decimal number) => FromDecimal(number);

    /// <summary>True or false.</summary>
    public static implicit operator ConditionValue(bool value) => FromBoolean(value);

    /// <summary>A calendar date, for date fields.</summary>
    public static implicit operator ConditionValue(DateOnly date) => FromDateOnly(date);

    /// <summary>An instant, for datetime fields.</summary>
    public static implicit operator ConditionValue(DateTimeOffset instant) => FromDateTimeOffset(instant);

    /// <summary>A record id; the empty id gives <see cref="Null"/>.</summary>
    public static implicit operator ConditionValue(SalesforceId id) => FromSalesforceId(id);

    /// <summary>The value as SOQL writes it.</summary>
    public override string ToString() => SoqlText.Literal(Value);
}
