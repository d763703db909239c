namespace SalesforceImport.Samples.ImportConsole;

internal sealed record JsonRun(string? Run, DateTimeOffset Started, string State, string Selector, long Records, long Calls, long List, string? UndoneBy)
{
    public static JsonRun Of(ImportReport report) => new(
        report.Run,
        report.StartedAt,
        report.State.ToString().ToLowerInvariant(),
        report.Selector,
        report.Objects.Values.Sum(tally => tally.Selected),
        report.Calls.Used,
        report.List.Count,
        report.UndoneBy);
}
