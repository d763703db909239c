namespace SalesforceImport.Emulator.Soql;

/// <summary>One entry of a SELECT list.</summary>
/// <param name="Position">0-based offset in the statement.</param>
internal abstract record SelectItem(int Position);
