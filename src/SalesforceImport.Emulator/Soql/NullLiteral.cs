namespace SalesforceImport.Emulator.Soql;

/// <summary><c>null</c></summary>
internal sealed record NullLiteral : SoqlLiteral;
