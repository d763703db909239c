namespace SalesforceImport.Emulator.Soql;

/// <summary>A field compared with one value.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Field">The field on the left.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Value">The value on the right.</param>
internal sealed record Comparison(int Position, FieldPath Field, SoqlOperator Operator, SoqlLiteral Value) : SoqlExpression(Position);
