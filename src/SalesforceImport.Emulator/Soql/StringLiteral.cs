namespace SalesforceImport.Emulator.Soql;

/// <summary>A quoted string.</summary>
/// <param name="Value">The text with its escapes resolved; in a LIKE, <c>\_</c>, <c>\%</c> and <c>\\</c> keep their backslash.</param>
internal sealed record StringLiteral(string Value) : SoqlLiteral;
