namespace SalesforceImport.Emulator.Schema;

/// <summary>An object as the schema's resources spell it.</summary>
internal sealed record ObjectResource(
    string Name,
    string Label,
    string LabelPlural,
    string KeyPrefix,
    IReadOnlyList<string> Abilities,
    IReadOnlyList<FieldResource> Fields,
    IReadOnlyList<ChildRelationship> Children,
    string? Feature = null);
