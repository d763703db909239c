namespace SalesforceImport.Emulator.Soql;

/// <summary>All fields of a group: <c>FIELDS(STANDARD)</c>.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Group">ALL, STANDARD or CUSTOM, in upper case.</param>
internal sealed record FieldsItem(int Position, string Group) : SelectItem(Position);
