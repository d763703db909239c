namespace SalesforceImport;

/// <summary>The type of a property in the host's store, and of the value that fills it.</summary>
public enum PropertyType
{
    /// <summary>Unicode text.</summary>
    Text,

    /// <summary>A 64-bit whole number.</summary>
    Integer,

    /// <summary>A decimal number: Salesforce's double, currency and percent.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date without a time.</summary>
    Date,

    /// <summary>An instant, in UTC, to the millisecond.</summary>
    DateTime,
}
