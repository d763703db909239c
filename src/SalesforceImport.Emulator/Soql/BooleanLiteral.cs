namespace SalesforceImport.Emulator.Soql;

/// <summary><c>true</c> or <c>false</c>, unquoted.</summary>
/// <param name="Value">Which of them.</param>
internal sealed record BooleanLiteral(bool Value) : SoqlLiteral;
