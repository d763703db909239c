namespace SalesforceImport.Samples.ImportConsole;

/// <summary>An import for scripts. Every key is always there; what is not known is null.</summary>
internal sealed record JsonImport(
    string? Run,
    string State,
    IReadOnlyDictionary<string, JsonTally> Objects,
    JsonCalls Calls,
    JsonBudget Budget,
    JsonList List,
    string Store)
{
    public static JsonImport Of(string? run, ImportState state, ImportReport? report, StoreFile store) => new(
        run,
        state.ToString().ToLowerInvariant(),
        report?.Objects.ToDictionary(pair => pair.Key, pair => JsonTally.Of(pair.Value)) ?? [],
        new(report?.Calls.Used ?? 0, report?.Calls.Expected ?? 0, report?.Calls.Ceiling ?? 0, report?.Calls.Planning ?? 0),
        new(report?.Budget.Fits, report?.Budget.Shortfall, report?.Budget.Days),
        report?.Run is null ? new(null, report?.List.Name, 0) : new(report.List.Id, report.List.Name, report.List.Count),
        store.Path);
}
