namespace SalesforceImport.Emulator;

/// <summary>A custom field for <see cref="EmulatedOrg.AddField"/> and <see cref="EmulatedObject"/>. Read once; later changes have no effect.</summary>
public sealed class EmulatedField
{
    /// <summary>Names a field.</summary>
    /// <param name="name">The name, which ends in <c>__c</c>.</param>
    /// <param name="type">What it holds.</param>
    public EmulatedField(string name, EmulatedFieldType type) => (Name, Type) = (name, type);

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>What the field holds.</summary>
    public EmulatedFieldType Type { get; }

    /// <summary>What people read. Default the name without its ending.</summary>
    public string? Label { get; set; }

    /// <summary>The most characters of a text. Default 255.</summary>
    public int Length { get; set; } = 255;

    /// <summary>The most digits of a number, those after the point included. Default 18.</summary>
    public int Precision { get; set; } = 18;

    /// <summary>The digits of a number after the point. Default 2.</summary>
    public int Scale { get; set; } = 2;

    /// <summary>Whether a record needs a value. Default false. Records that are there already keep theirs blank.</summary>
    public bool Required { get; set; }

    /// <summary>Whether records can be upserted and referred to by this field. Default false.</summary>
    public bool ExternalId { get; set; }

    /// <summary>Whether no two records may hold the same value, whatever its casing. Default false.</summary>
    public bool Unique { get; set; }

    /// <summary>The values of a picklist, of which a multi-select one can hold several.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>Whether a picklist takes no other value. Default false.</summary>
    public bool Restricted { get; set; }

    /// <summary>What a new record holds unless it says otherwise; null, the default, for nothing. For texts and picklists.</summary>
    public string? DefaultValue { get; set; }

    /// <summary>The object that a lookup or master-detail refers to.</summary>
    public string? ReferenceTo { get; set; }

    /// <summary>
    /// What the way back is called in child subqueries, without its ending <c>__r</c>; null, the default, for none. The way
    /// there is called as the field, with <c>__r</c> in place of <c>__c</c>.
    /// </summary>
    public string? ChildRelationshipName { get; set; }
}
