namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonHistory(IReadOnlyList<JsonRun> Runs);
