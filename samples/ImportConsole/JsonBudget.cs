namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonBudget(bool? Fits, long? Shortfall, int? Days);
