namespace SalesforceImport.Samples.ImportConsole;

/// <summary>An import for scripts. Every key is always there; what is not known is null.</summary>
internal sealed record JsonImport(
    string? Run,
    string State,
    IReadOnlyDictionary<string, JsonTally> Objects,
    JsonCalls Calls,
    JsonBudget Budget,
    JsonList List,
    string Store,
    JsonUndo? Undo)
{
    /// <param name="run">The run; null where none began.</param>
    /// <param name="state">Where the import stands.</param>
    /// <param name="report">The run's report; null where none began.</param>
    /// <param name="planning">Without a report, the calls that were sent all the same.</param>
    /// <param name="store">The database.</param>
    public static JsonImport Of(string? run, ImportState state, ImportReport? report, long planning, StorePlace store) => new(
        run,
        state.ToString().ToLowerInvariant(),
        report?.Objects.ToDictionary(pair => pair.Key, pair => JsonTally.Of(pair.Value)) ?? [],
        new(report?.Calls.Used ?? planning, report?.Calls.Expected, report?.Calls.Ceiling, report?.Calls.Planning ?? planning),
        new(report?.Budget.Fits, report?.Budget.Shortfall, report?.Budget.Days),
        report?.Run is null ? new(null, report?.List.Name, 0) : new(report.List.Id, report.List.Name, report.List.Count),
        store.Name,
        report?.Undo is { } undo ? JsonUndo.Of(undo) : null);

    /// <summary>What an import would have come to.</summary>
    public static JsonImport OfPreview(ImportPreview preview, StorePlace store)
    {
        var import = Of(null, preview.Report.State, preview.Report, 0, store);
        return preview.Report.State == ImportState.Completed ? import with { State = "previewed" } : import;
    }
}
