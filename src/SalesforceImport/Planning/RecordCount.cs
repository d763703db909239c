namespace SalesforceImport.Planning;

/// <summary>A count, how sure it is, and how many of the records have no e-mail.</summary>
internal sealed record RecordCount(long Records, CountKind Kind, long? WithoutEmail);
