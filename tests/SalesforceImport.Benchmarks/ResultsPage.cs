using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SalesforceImport.Benchmarks;

/// <summary>Results for people: a line on the console, and the table in <c>docs/benchmarks.md</c>.</summary>
internal static class ResultsPage
{
    private const string Begin = "<!-- results -->\n";
    private const string End = "<!-- /results -->";

    public static string Text(Round round) => string.Create(
        CultureInfo.InvariantCulture,
        $"{round.Import.Records:N0} contacts into {round.Import.Rows:N0} rows in {round.Import.Run} ({round.RecordsPerSecond:N0}/s; plan {round.Import.PlanSeconds:F2} s), sqlite3 {round.Baseline}, ratio {round.Ratio:F2} ({round.CpuRatio:F2} of CPU), peak {Megabytes(round):F0} MB, {round.BytesPerRecord:N0} bytes allocated for each, {round.Import.PauseSeconds:F2} s paused, {round.Import.Calls} calls");

    public static void Write(IReadOnlyList<Round> medians, int runs, string sqliteVersion)
    {
        string page = Path.Combine(Root(), "docs", "benchmarks.md");
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin)
        {
            throw new BenchmarkException($"{page} has no place for results.");
        }

        File.WriteAllText(page, text[..begin] + Table(medians, runs, sqliteVersion) + text[end..]);
    }

    private static string Table(IReadOnlyList<Round> rounds, int runs, string sqliteVersion)
    {
        var table = new StringBuilder();
        Row(table, rounds, "contacts × 20 fields", round => $"{round.Import.Records:N0}");
        table.Append("| --- |").Insert(table.Length, " ---: |", rounds.Count).Append('\n');
        Row(table, rounds, "rows, after joining those of one person", round => $"{round.Import.Rows:N0}");
        Row(table, rounds, "import over HTTP into SQLite", round => $"{round.Import.Run.WallSeconds:F2} s");
        Row(table, rounds, "contacts per second", round => $"{round.RecordsPerSecond:N0}");
        Row(table, rounds, "`sqlite3 .import` of the same rows", round => $"{round.Baseline.WallSeconds:F2} s");
        Row(table, rounds, "**ratio by the clock**", round => $"**{round.Ratio:F2}**");
        Row(table, rounds, "processor time of the importing process", round => $"{round.Import.Run.CpuSeconds:F2} s");
        Row(table, rounds, "processor time of `sqlite3`", round => $"{round.Baseline.CpuSeconds:F2} s");
        Row(table, rounds, "**ratio by processor time**", round => $"**{round.CpuRatio:F2}**");
        Row(table, rounds, "peak memory of the importing process", round => $"{Megabytes(round):F0} MB");
        Row(table, rounds, "managed memory allocated for each contact", round => $"{round.BytesPerRecord:N0} bytes");
        Row(table, rounds, "threads held up by garbage collection", round => $"{round.Import.PauseSeconds:F2} s");
        Row(table, rounds, "API calls", round => $"{round.Import.Calls}");
        Row(table, rounds, "by the rule of thumb", round => $"{round.Import.Records * 3:N0}");
        return table.Append(
            CultureInfo.InvariantCulture,
            $"\nMedian of {runs} runs on {Machine()}, {RuntimeInformation.FrameworkDescription}, sqlite3 {sqliteVersion}; the emulated org and the import share the machine.\n").ToString();
    }

    private static void Row(StringBuilder table, IReadOnlyList<Round> rounds, string what, Func<Round, FormattableString> cell) =>
        table.Append("| ").Append(what).Append(" |").AppendJoin(string.Empty, rounds.Select(round => $" {cell(round).ToString(CultureInfo.InvariantCulture)} |")).Append('\n');

    private static double Megabytes(Round round) => round.Import.PeakBytes / 1e6;

    private static string Machine()
    {
        const string Cpus = "/proc/cpuinfo";
        string? model = File.Exists(Cpus)
            ? File.ReadLines(Cpus).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
        double memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({model ?? RuntimeInformation.ProcessArchitecture.ToString()}), {memory:F0} GB, {RuntimeInformation.OSDescription}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("SalesforceImport.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new BenchmarkException("This program is not in its repository.");
    }
}
