namespace SalesforceImport.Emulator.Schema;

/// <summary>The yes-or-no traits of a field; each is one letter in the schema's resources.</summary>
internal enum FieldFlag
{
    /// <summary>May be null.</summary>
    Nillable = 'n',

    /// <summary>Can be set on create.</summary>
    Createable = 'c',

    /// <summary>Can be changed.</summary>
    Updateable = 'u',

    /// <summary>Can stand in WHERE.</summary>
    Filterable = 'f',

    /// <summary>Can stand in ORDER BY.</summary>
    Sortable = 's',

    /// <summary>Can stand in GROUP BY.</summary>
    Groupable = 'g',

    /// <summary>Can be counted, and compared in aggregates.</summary>
    Aggregatable = 'a',

    /// <summary>The org fills it in.</summary>
    DefaultedOnCreate = 'd',

    /// <summary>Identifies a record in an upsert.</summary>
    IdLookup = 'i',

    /// <summary>Is the record's name.</summary>
    NameField = 'm',

    /// <summary>Refers to more than one object.</summary>
    NamePointing = 'p',

    /// <summary>Can be hidden by field-level security.</summary>
    Permissionable = 'v',

    /// <summary>Accepts listed values only.</summary>
    RestrictedPicklist = 'r',

    /// <summary>Can be queried by distance.</summary>
    QueryByDistance = 'q',

    /// <summary>Can narrow a search.</summary>
    SearchPrefilterable = 'x',

    /// <summary>Is a formula.</summary>
    Calculated = 'k',

    /// <summary>Is of the org's own.</summary>
    Custom = 'o',

    /// <summary>Identifies records of another system.</summary>
    ExternalId = 'e',

    /// <summary>Holds no value twice.</summary>
    Unique = 't',

    /// <summary>Refers to a record with which this one is deleted.</summary>
    CascadeDelete = 'h',
}
