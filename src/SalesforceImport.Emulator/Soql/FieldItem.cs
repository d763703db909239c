namespace SalesforceImport.Emulator.Soql;

/// <summary>A field, perhaps of a parent: <c>Name</c>, <c>Account.Owner.Name</c>.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Path">The field.</param>
/// <param name="Alias">The name its column takes in a grouped query.</param>
internal sealed record FieldItem(int Position, FieldPath Path, string? Alias) : SelectItem(Position);
