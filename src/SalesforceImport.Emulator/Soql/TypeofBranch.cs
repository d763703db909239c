namespace SalesforceImport.Emulator.Soql;

/// <summary>What a TYPEOF selects of one kind of record: <c>WHEN Contact THEN Name, Email</c>.</summary>
/// <param name="Object">The object's name.</param>
/// <param name="Position">0-based offset of the name in the statement.</param>
/// <param name="Fields">The fields of that object.</param>
internal sealed record TypeofBranch(string Object, int Position, IReadOnlyList<FieldPath> Fields);
