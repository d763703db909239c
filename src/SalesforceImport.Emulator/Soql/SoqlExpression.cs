namespace SalesforceImport.Emulator.Soql;

/// <summary>A condition of WHERE or HAVING.</summary>
/// <param name="Position">0-based offset in the statement.</param>
internal abstract record SoqlExpression(int Position);
