namespace SalesforceImport.Emulator.Soql;

/// <summary>A field compared with a list of values.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Field">The field on the left.</param>
/// <param name="Negated">Whether it is NOT IN.</param>
/// <param name="Values">One or more values.</param>
internal sealed record InList(int Position, FieldPath Field, bool Negated, IReadOnlyList<SoqlLiteral> Values) : SoqlExpression(Position);
