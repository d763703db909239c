namespace SalesforceImport.Emulator.Soql;

/// <summary>A day, unquoted: <c>2026-02-28</c>.</summary>
/// <param name="Value">The day.</param>
internal sealed record DateLiteral(DateOnly Value) : SoqlLiteral;
