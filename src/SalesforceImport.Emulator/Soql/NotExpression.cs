namespace SalesforceImport.Emulator.Soql;

/// <summary>Holds where its operand does not.</summary>
/// <param name="Position">0-based offset in the statement.</param>
/// <param name="Operand">The condition turned round.</param>
internal sealed record NotExpression(int Position, SoqlExpression Operand) : SoqlExpression(Position);
