namespace SalesforceImport.Benchmarks;

/// <summary>The benchmark: rounds, and what they come to.</summary>
internal static class Comparison
{
    public static async Task<int> RunAsync(IReadOnlyList<long> sizes, int runs, bool write, CancellationToken cancellationToken)
    {
        if (await SqliteShell.VersionAsync(cancellationToken) is not { } version)
        {
            await Console.Error.WriteLineAsync("The command sqlite3 is missing: it is the yardstick. Install SQLite's command-line tool (on Debian: the package sqlite3).");
            return 2;
        }

        if (sizes.Any(contacts => contacts < 1) || runs < 1)
        {
            await Console.Error.WriteLineAsync("--contacts and --runs are at least 1.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("salesforce-import-benchmark-");
        try
        {
            var medians = new List<Round>();
            foreach (long contacts in sizes)
            {
                medians.Add(await MedianAsync(contacts, runs, folder, cancellationToken));
            }

            if (write)
            {
                ResultsPage.Write(medians, runs, version);
            }

            return 0;
        }
        catch (BenchmarkException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Round> MedianAsync(long contacts, int runs, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        await using var org = await EmulatorProcess.StartAsync(contacts, cancellationToken);
        var rounds = new List<Round>();
        for (int run = 1; run <= runs; run++)
        {
            rounds.Add(await RoundAsync(org, folder.CreateSubdirectory($"{contacts}-{run}"), cancellationToken));
            Console.WriteLine($"run {run}: {ResultsPage.Text(rounds[^1])}");
        }

        var median = Round.MedianOf(rounds);
        Console.WriteLine($"median: {ResultsPage.Text(median)}");
        return median;
    }

    private static async Task<Round> RoundAsync(EmulatorProcess org, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        string file = Path.Combine(folder.FullName, "import.db");
        var import = await ImportProcess.MeasureAsync(org, file, cancellationToken);
        var baseline = await Baseline.MeasureAsync(file, folder.FullName, cancellationToken);
        folder.Delete(recursive: true);
        return new Round(import, baseline);
    }
}
