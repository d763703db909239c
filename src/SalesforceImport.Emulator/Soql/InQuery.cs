namespace SalesforceImport.Emulator.Soql;

/// <summary>A semi-join or, negated, an anti-join.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Field">The reference on the left.</param>
/// <param name="Negated">Whether it is NOT IN.</param>
/// <param name="Query">The query that gives the ids.</param>
internal sealed record InQuery(int Position, FieldPath Field, bool Negated, SoqlQuery Query) : SoqlExpression(Position);
