using System.Globalization;
using System.Runtime.InteropServices;

namespace SalesforceImport.Benchmarks;

/// <summary>Results for people: a line on the console, and the table in <c>docs/benchmarks.md</c>.</summary>
internal static class ResultsPage
{
    private const string Begin = "<!-- results -->\n";
    private const string End = "<!-- /results -->";

    public static string Text(Round round) => string.Create(
        CultureInfo.InvariantCulture,
        $"{round.Import.Records:N0} contacts into {round.Import.Rows:N0} rows in {round.Import.RunSeconds:F2} s ({round.RecordsPerSecond:N0}/s; plan {round.Import.PlanSeconds:F2} s), sqlite3 {round.BaselineSeconds:F2} s, ratio {round.Ratio:F2}, peak {Megabytes(round):F0} MB, {round.Import.Calls} calls");

    public static void Write(Round median, int runs, string sqliteVersion)
    {
        string page = Path.Combine(Root(), "docs", "benchmarks.md");
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin)
        {
            throw new BenchmarkException($"{page} has no place for results.");
        }

        File.WriteAllText(page, text[..begin] + Table(median, runs, sqliteVersion) + text[end..]);
    }

    private static string Table(Round round, int runs, string sqliteVersion) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | | |
        | --- | ---: |
        | contacts × fields | {round.Import.Records:N0} × 20 |
        | rows, after joining those of one person | {round.Import.Rows:N0} |
        | import over HTTP into SQLite | {round.Import.RunSeconds:F2} s |
        | contacts per second | {round.RecordsPerSecond:N0} |
        | `sqlite3 .import` of the same rows | {round.BaselineSeconds:F2} s |
        | **ratio** | **{round.Ratio:F2}** |
        | peak memory of the importing process | {Megabytes(round):F0} MB |
        | API calls | {round.Import.Calls} |

        Median of {runs} runs on {Machine()}, {RuntimeInformation.FrameworkDescription}, sqlite3 {sqliteVersion}; the emulated org and the import share the machine.

        """).ReplaceLineEndings("\n");

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
