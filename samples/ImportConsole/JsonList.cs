namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonList(string? Id, string? Name, long Count);
