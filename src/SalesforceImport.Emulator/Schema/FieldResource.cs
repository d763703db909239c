namespace SalesforceImport.Emulator.Schema;

/// <summary>A field as the schema's resources spell it.</summary>
internal sealed record FieldResource(
    string Name,
    string Type,
    string Label,
    string Flags,
    int Length = 0,
    int Precision = 0,
    int Scale = 0,
    int Digits = 0,
    string? Relationship = null,
    string? Compound = null,
    string? Extra = null,
    IReadOnlyList<string>? ReferenceTo = null,
    IReadOnlyList<string>? Values = null,
    string? Default = null,
    string? Feature = null);
