using System.Text.Json;

namespace SalesforceImport.Emulator.Schema;

/// <summary>A field of an object, as its describe shows it. Immutable.</summary>
internal sealed class FieldDefinition
{
    /// <summary>A text field longer than this is a long text area: it cannot be filtered, and two of them shrink a page.</summary>
    public const int LongTextLength = 255;

    private readonly string _flags;

    public FieldDefinition(FieldResource resource, int index)
    {
        Index = index;
        Name = resource.Name;
        EncodedName = JsonEncodedText.Encode(resource.Name);
        Type = Enum.Parse<FieldType>(resource.Type, ignoreCase: true);
        WireType = resource.Type;
        Label = resource.Label;
        Length = resource.Length;
        Precision = resource.Precision;
        Scale = resource.Scale;
        Digits = resource.Digits;
        RelationshipName = resource.Relationship;
        EncodedRelationshipName = JsonEncodedText.Encode(resource.Relationship ?? "");
        CompoundName = resource.Compound;
        ExtraType = resource.Extra;
        ReferenceTo = resource.ReferenceTo ?? [];
        Values = resource.Values ?? [];
        Default = resource.Default;
        _flags = resource.Flags;
    }

    /// <summary>The field's place among its object's fields.</summary>
    public int Index { get; }

    public string Name { get; }

    public JsonEncodedText EncodedName { get; }

    public FieldType Type { get; }

    public string WireType { get; }

    public string Label { get; }

    public int Length { get; }

    public int Precision { get; }

    public int Scale { get; }

    public int Digits { get; }

    public string? RelationshipName { get; }

    public JsonEncodedText EncodedRelationshipName { get; }

    public string? CompoundName { get; }

    public string? ExtraType { get; }

    public IReadOnlyList<string> ReferenceTo { get; }

    public IReadOnlyList<string> Values { get; }

    public string? Default { get; }

    public bool IsLongText => Type == FieldType.TextArea && Length > LongTextLength;

    public bool IsText => Type is FieldType.String or FieldType.Picklist or FieldType.MultiPicklist or FieldType.Combobox
        or FieldType.TextArea or FieldType.Phone or FieldType.Url or FieldType.Email;

    public bool IsNumber => Type is FieldType.Int or FieldType.Double or FieldType.Currency or FieldType.Percent;

    /// <summary>Whether this field's values identify records.</summary>
    public bool IsKey => Has(FieldFlag.ExternalId) || Has(FieldFlag.Unique);

    /// <summary>Whether edited records are kept in an index by this field's values. Those of who made and changed them would find nearly all.</summary>
    public bool IsIndexed => IsKey || (Type == FieldType.Reference && Name is not ("CreatedById" or "LastModifiedById"));

    public bool IsId => Type is FieldType.Id or FieldType.Reference;

    public bool Has(FieldFlag flag) => _flags.Contains((char)flag, StringComparison.Ordinal);

    /// <summary>The values that a field of several holds.</summary>
    public static IEnumerable<string> SplitValues(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override string ToString() => Name;
}
