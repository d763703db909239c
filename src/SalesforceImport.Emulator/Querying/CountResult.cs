namespace SalesforceImport.Emulator.Querying;

/// <summary>The answer to <c>SELECT COUNT()</c>: a number and no records.</summary>
/// <param name="Count">The number.</param>
internal sealed record CountResult(long Count) : QueryResult;
