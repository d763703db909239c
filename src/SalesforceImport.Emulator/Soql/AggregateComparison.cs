namespace SalesforceImport.Emulator.Soql;

/// <summary>An aggregate compared with one value, in HAVING only: <c>COUNT(Id) &gt; 1</c>.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Function">COUNT, COUNT_DISTINCT, MIN, MAX, SUM or AVG, in upper case.</param>
/// <param name="Field">The field aggregated.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Value">The value on the right.</param>
internal sealed record AggregateComparison(int Position, string Function, FieldPath Field, SoqlOperator Operator, SoqlLiteral Value) : SoqlExpression(Position);
