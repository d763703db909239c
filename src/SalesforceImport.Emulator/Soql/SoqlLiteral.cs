namespace SalesforceImport.Emulator.Soql;

/// <summary>A value written in a condition.</summary>
internal abstract record SoqlLiteral;
