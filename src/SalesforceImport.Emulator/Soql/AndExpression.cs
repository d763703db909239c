namespace SalesforceImport.Emulator.Soql;

/// <summary>Holds where every operand holds.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Operands">Two or more conditions.</param>
internal sealed record AndExpression(int Position, IReadOnlyList<SoqlExpression> Operands) : SoqlExpression(Position);
