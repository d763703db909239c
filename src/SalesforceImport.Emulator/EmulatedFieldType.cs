namespace SalesforceImport.Emulator;

/// <summary>The types that a custom field can have.</summary>
public enum EmulatedFieldType
{
    /// <summary>One line of text. Values are strings.</summary>
    Text,

    /// <summary>Text with line breaks; a long text area from a length of 256 on. Values are strings.</summary>
    TextArea,

    /// <summary>A number with decimals. Values are of any number type.</summary>
    Number,

    /// <summary>An amount of money. Values are of any number type.</summary>
    Currency,

    /// <summary>A percentage. Values are of any number type.</summary>
    Percent,

    /// <summary>True or false, never null. Values are bool.</summary>
    Checkbox,

    /// <summary>A day. Values are <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>An instant. Values are <see cref="DateTimeOffset"/>.</summary>
    DateTime,

    /// <summary>An e-mail address. Values are strings.</summary>
    Email,

    /// <summary>A telephone number. Values are strings.</summary>
    Phone,

    /// <summary>A web address. Values are strings.</summary>
    Url,

    /// <summary>One of <see cref="EmulatedField.Values"/>. Values are strings.</summary>
    Picklist,

    /// <summary>Several of <see cref="EmulatedField.Values"/>. Values are strings, joined by <c>;</c>.</summary>
    MultiPicklist,

    /// <summary>A reference to a record of <see cref="EmulatedField.ReferenceTo"/>, which outlives it. Values are ids.</summary>
    Lookup,

    /// <summary>A required reference to a record of <see cref="EmulatedField.ReferenceTo"/>, with which this one is deleted. Values are ids.</summary>
    MasterDetail,
}
