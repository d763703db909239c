namespace SalesforceImport.Selectors;

/// <summary>Fields that are compared with the same types of values.</summary>
internal enum FieldFamily
{
    /// <summary>A type that this library does not know: the org judges.</summary>
    Unknown,

    Text,
    MultiPicklist,
    Id,
    Boolean,
    WholeNumber,
    Number,
    Date,
    DateTime,
    Time,

    /// <summary>Made of parts that are fields themselves.</summary>
    Compound,

    /// <summary>Has no value that could be compared.</summary>
    Opaque,
}
