namespace SalesforceImport.Emulator.Data;

/// <summary>What a <see cref="Cell"/> holds.</summary>
internal enum CellKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>A day, as its day number.</summary>
    Date,

    /// <summary>An instant, as milliseconds since 1970.</summary>
    DateTime,

    /// <summary>A record's id.</summary>
    Id,

    /// <summary>A compound address; its parts are fields of their own.</summary>
    Address,
}
