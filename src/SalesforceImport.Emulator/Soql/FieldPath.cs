namespace SalesforceImport.Emulator.Soql;

/// <summary>A field, reached from the queried object: relationships first, the field last.</summary>
/// <param name="Parts">At least one name, as written; the object's alias is already taken off.</param>
/// <param name="Position">0-based offset in the statement of the path as written, alias included.</param>
internal sealed record FieldPath(IReadOnlyList<string> Parts, int Position);
