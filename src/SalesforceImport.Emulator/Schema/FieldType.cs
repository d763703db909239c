namespace SalesforceImport.Emulator.Schema;

/// <summary>The type of a field, named as a describe names it.</summary>
internal enum FieldType
{
    /// <summary>The record's own id.</summary>
    Id,

    /// <summary>One line of text.</summary>
    String,

    /// <summary>One of a list of values.</summary>
    Picklist,

    /// <summary>Several of a list of values, joined by semicolons.</summary>
    MultiPicklist,

    /// <summary>One of a list of values, or any other text.</summary>
    Combobox,

    /// <summary>Text that may hold line breaks.</summary>
    TextArea,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The id of another record.</summary>
    Reference,

    /// <summary>True or false, never null.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number with decimals.</summary>
    Double,

    /// <summary>An amount of money.</summary>
    Currency,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A day, without a time zone.</summary>
    Date,

    /// <summary>An instant.</summary>
    DateTime,

    /// <summary>A compound of street, city and the like.</summary>
    Address,
}
