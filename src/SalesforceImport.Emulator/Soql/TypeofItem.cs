namespace SalesforceImport.Emulator.Soql;

/// <summary>Fields behind a reference to several objects, by which of them it leads to.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Relationship">The relationship.</param>
/// <param name="Branches">What is selected of each object named.</param>
/// <param name="Otherwise">What is selected of any other; empty for nothing.</param>
internal sealed record TypeofItem(int Position, FieldPath Relationship, IReadOnlyList<TypeofBranch> Branches, IReadOnlyList<FieldPath> Otherwise)
    : SelectItem(Position);
