namespace SalesforceImport.Emulator.Soql;

/// <summary>A multi-select picklist compared with combinations of values.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Field">The field on the left.</param>
/// <param name="Negated">Whether it is EXCLUDES.</param>
/// <param name="Values">Strings; a <c>;</c> inside one joins values that must all be there.</param>
internal sealed record Includes(int Position, FieldPath Field, bool Negated, IReadOnlyList<SoqlLiteral> Values) : SoqlExpression(Position);
