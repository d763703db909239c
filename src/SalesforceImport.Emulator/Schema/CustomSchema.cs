using System.Text;

namespace SalesforceImport.Emulator.Schema;

/// <summary>Turns what a test says of its custom objects and fields into definitions.</summary>
internal static class CustomSchema
{
    private const string Ending = "__c";
    private const string RelationEnding = "__r";
    private const int LargestLength = 131_072;
    private const int MultiPicklistLength = 4_099;
    private const string PrefixDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Abilities =
    [
        "createable", "deletable", "layoutable", "queryable", "replicateable", "retrieveable", "searchable", "triggerable", "undeletable", "updateable",
    ];

    private static readonly FieldResource[] CommonFields =
    [
        new("Id", "id", "Record ID", "fsgadi", 18),
        new("OwnerId", "reference", "Owner ID", "cufsgadp", 18, Relationship: "Owner", ReferenceTo: ["Group", "User"]),
        new("IsDeleted", "boolean", "Deleted", "fsgd"),
        new("Name", "string", "Name", "ncufsgadim", 80),
        new("CreatedDate", "datetime", "Created Date", "fsad"),
        new("CreatedById", "reference", "Created By ID", "fsgad", 18, Relationship: "CreatedBy", ReferenceTo: ["User"]),
        new("LastModifiedDate", "datetime", "Last Modified Date", "fsad"),
        new("LastModifiedById", "reference", "Last Modified By ID", "fsgad", 18, Relationship: "LastModifiedBy", ReferenceTo: ["User"]),
        new("SystemModstamp", "datetime", "System Modstamp", "fsad"),
    ];

    /// <summary>Defines an object, without fields of its own.</summary>
    /// <param name="custom">What the test says of it.</param>
    /// <param name="index">Its place among the org's objects.</param>
    /// <param name="number">How many custom objects came before it.</param>
    /// <exception cref="ArgumentException">The name is none of a custom object.</exception>
    public static ObjectDefinition Define(EmulatedObject custom, int index, int number)
    {
        CheckName(custom.Name);
        var label = custom.Label ?? LabelOf(custom.Name);
        var prefix = $"a{PrefixDigits[number / PrefixDigits.Length % PrefixDigits.Length]}{PrefixDigits[number % PrefixDigits.Length]}";
        return new ObjectDefinition(new ObjectResource(custom.Name, label, custom.LabelPlural ?? label + "s", prefix, Abilities, CommonFields, []), index);
    }

    /// <exception cref="ArgumentException">The field contradicts itself.</exception>
    public static FieldDefinition Define(EmulatedField custom, int index)
    {
        CheckName(custom.Name);
        var isReference = custom.Type is EmulatedFieldType.Lookup or EmulatedFieldType.MasterDetail;
        if (isReference != custom.ReferenceTo is not null)
        {
            throw new ArgumentException($"{custom.Name}: {nameof(EmulatedField.ReferenceTo)} belongs to lookups and master-details, and they need it.", nameof(custom));
        }

        if (custom.Length is < 1 or > LargestLength)
        {
            throw new ArgumentException($"{custom.Name}: a length of {custom.Length} is not between 1 and {LargestLength}.", nameof(custom));
        }

        if (custom.Precision is < 1 or > 18 || custom.Scale < 0 || custom.Scale > custom.Precision)
        {
            throw new ArgumentException($"{custom.Name}: no number has {custom.Precision} digits of which {custom.Scale} stand after the point.", nameof(custom));
        }

        return new FieldDefinition(ResourceOf(custom, Flags(custom)), index);
    }

    /// <summary>Defines a contact's field once more, for person accounts, where it identifies nothing.</summary>
    public static FieldDefinition DefineForPerson(EmulatedField custom, int index)
    {
        var flags = string.Concat(Flags(custom).Where(flag => (FieldFlag)flag is not (FieldFlag.ExternalId or FieldFlag.Unique or FieldFlag.IdLookup or FieldFlag.CascadeDelete)));
        var name = PersonFields.NameOf(custom.Name);
        var resource = ResourceOf(custom, flags.Contains((char)FieldFlag.Nillable, StringComparison.Ordinal) ? flags : flags + (char)FieldFlag.Nillable);
        return new FieldDefinition(resource with { Name = name, Relationship = resource.Relationship is null ? null : name[..^4] + "__pr" }, index);
    }

    /// <summary>The reference that a field is, seen from its target; null where it is none.</summary>
    public static ChildRelationship? Back(string objectName, EmulatedField custom) => custom.ReferenceTo is null ? null : new ChildRelationship(
        objectName,
        custom.Name,
        custom.ChildRelationshipName is { } name ? name + RelationEnding : null,
        custom.Type == EmulatedFieldType.MasterDetail);

    private static FieldResource ResourceOf(EmulatedField custom, string flags)
    {
        var isReference = custom.ReferenceTo is not null;
        var isMulti = custom.Type == EmulatedFieldType.MultiPicklist;
        var isText = custom.Type is EmulatedFieldType.Text or EmulatedFieldType.TextArea or EmulatedFieldType.Email or EmulatedFieldType.Phone
            or EmulatedFieldType.Url or EmulatedFieldType.Picklist;
        var isNumber = custom.Type is EmulatedFieldType.Number or EmulatedFieldType.Currency or EmulatedFieldType.Percent;
        return new FieldResource(
            custom.Name,
            WireType(custom.Type),
            custom.Label ?? LabelOf(custom.Name),
            flags,
            isReference ? 18 : isMulti ? MultiPicklistLength : isText ? custom.Length : 0,
            isNumber ? custom.Precision : 0,
            isNumber ? custom.Scale : 0,
            Relationship: isReference ? custom.Name[..^Ending.Length] + RelationEnding : null,
            Extra: custom.Type == EmulatedFieldType.TextArea ? "plaintextarea" : null,
            ReferenceTo: isReference ? [custom.ReferenceTo!] : null,
            Values: custom.Values,
            Default: custom.DefaultValue);
    }

    private static string Flags(EmulatedField custom)
    {
        var flags = new StringBuilder("cu");
        void Add(FieldFlag flag, bool wanted)
        {
            if (wanted)
            {
                flags.Append((char)flag);
            }
        }

        var isLong = custom is { Type: EmulatedFieldType.TextArea, Length: > FieldDefinition.LongTextLength };
        var isCheckbox = custom.Type == EmulatedFieldType.Checkbox;
        var isMulti = custom.Type == EmulatedFieldType.MultiPicklist;
        var isRequired = custom.Required || custom.Type == EmulatedFieldType.MasterDetail;
        Add(FieldFlag.Custom, true);
        Add(FieldFlag.Permissionable, !isRequired);
        Add(FieldFlag.Nillable, !isRequired && !isCheckbox);
        Add(FieldFlag.DefaultedOnCreate, isCheckbox);
        Add(FieldFlag.Filterable, !isLong);
        Add(FieldFlag.Sortable, !isLong && !isMulti);
        Add(FieldFlag.Aggregatable, !isLong && !isMulti && !isCheckbox);
        Add(FieldFlag.Groupable, !isLong && !isMulti && custom.Type is not (EmulatedFieldType.Number or EmulatedFieldType.Currency or EmulatedFieldType.Percent or EmulatedFieldType.DateTime));
        Add(FieldFlag.IdLookup, custom.ExternalId);
        Add(FieldFlag.ExternalId, custom.ExternalId);
        Add(FieldFlag.Unique, custom.Unique);
        Add(FieldFlag.RestrictedPicklist, custom.Restricted);
        Add(FieldFlag.CascadeDelete, custom.Type == EmulatedFieldType.MasterDetail);
        return flags.ToString();
    }

    private static string WireType(EmulatedFieldType type) => type switch
    {
        EmulatedFieldType.Text => "string",
        EmulatedFieldType.Number => "double",
        EmulatedFieldType.Checkbox => "boolean",
        EmulatedFieldType.Lookup or EmulatedFieldType.MasterDetail => "reference",
        _ => type.ToString().ToLowerInvariant(),
    };

    private static void CheckName(string name)
    {
        var stem = name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : "";
        if (stem.Length is 0 or > 40 || !char.IsAsciiLetter(stem[0]) || !stem.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_'))
        {
            throw new ArgumentException($"'{name}' is no name of the org's own: a letter, letters, digits and underscores, then {Ending}.", nameof(name));
        }
    }

    private static string LabelOf(string name) => name[..^Ending.Length].Replace('_', ' ');
}
