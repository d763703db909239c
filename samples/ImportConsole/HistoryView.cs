using Spectre.Console;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The runs so far, newest first.</summary>
internal static class HistoryView
{
    public static void Show(Screen screen, IReadOnlyList<ImportReport> runs, StorePlace store)
    {
        if (runs.Count == 0)
        {
            screen.Line(store.SaysNothingImported);
            return;
        }

        var table = screen.CreateTable("Runs").AddColumns("run", "started (UTC)", "state", "selector");
        foreach (string name in new[] { "records", "calls", "list" })
        {
            table.AddColumn(name, column => column.Alignment = Justify.Right);
        }

        foreach (var run in runs)
        {
            table.AddRow(
                Markup.Escape(run.Run ?? string.Empty),
                Format.Instant(run.StartedAt),
                $"{run.State.ToString().ToLowerInvariant()}{(run.UndoneBy is null ? string.Empty : ", undone")}",
                Markup.Escape(run.Selector),
                Format.Number(run.Objects.Values.Sum(tally => tally.Selected)),
                Format.Number(run.Calls.Used),
                Format.Number(run.List.Count));
        }

        screen.Show(table);
    }
}
