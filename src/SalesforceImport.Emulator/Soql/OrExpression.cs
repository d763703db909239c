namespace SalesforceImport.Emulator.Soql;

/// <summary>Holds where any operand holds.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Operands">Two or more conditions.</param>
internal sealed record OrExpression(int Position, IReadOnlyList<SoqlExpression> Operands) : SoqlExpression(Position);
