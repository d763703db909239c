using System.Globalization;

namespace SalesforceImport.Benchmarks;

/// <summary>The yardstick: <c>sqlite3 .import</c> of the imported rows from a local CSV file into the same table and indexes.</summary>
internal static class Baseline
{
    private const string Table = "contacts";

    /// <summary>What it takes. Writing the CSV and making the table are not counted.</summary>
    public static async Task<Cost> MeasureAsync(string imported, string folder, CancellationToken cancellationToken)
    {
        string csv = Path.Combine(folder, "rows.csv");
        string copy = Path.Combine(folder, "baseline.db");
        File.Delete(copy);
        await SqliteShell.RunAsync(imported, $".mode csv\n.headers off\n.once '{csv}'\nSELECT * FROM {Table};\n", cancellationToken);
        string pageSize = await SqliteShell.RunAsync(imported, "PRAGMA page_size;\n", cancellationToken);
        string schema = await SqliteShell.RunAsync(
            imported,
            $".mode list\nSELECT sql || ';' FROM sqlite_master WHERE tbl_name = '{Table}' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC;\n",
            cancellationToken);
        await SqliteShell.RunAsync(copy, $"PRAGMA page_size = {pageSize.Trim()};\n{schema}", cancellationToken);

        var clock = Stopclock.OfChildren();
        await SqliteShell.RunAsync(copy, $".mode csv\n.import '{csv}' {Table}\n", cancellationToken);
        var cost = clock.Elapsed;

        await CheckAsync(imported, copy, cancellationToken);
        File.Delete(csv);
        return cost;
    }

    private static async Task CheckAsync(string imported, string copy, CancellationToken cancellationToken)
    {
        string count = $"SELECT COUNT(*) FROM {Table};\n";
        long expected = long.Parse(await SqliteShell.RunAsync(imported, count, cancellationToken), CultureInfo.InvariantCulture);
        long actual = long.Parse(await SqliteShell.RunAsync(copy, count, cancellationToken), CultureInfo.InvariantCulture);
        if (expected != actual)
        {
            throw new BenchmarkException($"sqlite3 imported {actual} rows, the library {expected}: they cannot be compared.");
        }
    }
}
