namespace SalesforceImport.Emulator.Soql;

/// <summary>An instant, unquoted: <c>2026-02-28T12:00:00Z</c>.</summary>
/// <param name="Value">The instant, with the offset as written.</param>
internal sealed record DateTimeLiteral(DateTimeOffset Value) : SoqlLiteral;
