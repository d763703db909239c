namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonCalls(long Used, long? Expected, long? Ceiling, long Planning);
