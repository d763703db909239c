namespace SalesforceImport.Emulator.Querying;

/// <summary>What a query came to: rows, groups or a count.</summary>
internal abstract record QueryResult;
