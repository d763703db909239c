using System.Diagnostics;
using System.Globalization;

namespace SalesforceImport.Benchmarks;

/// <summary>Measures how fast the emulated org hands out rows, to a client that does nothing with them.</summary>
internal static class ServingSpeed
{
    public static async Task<int> RunAsync(long contacts, int runs, CancellationToken cancellationToken)
    {
        await using var org = await EmulatorProcess.StartAsync(contacts, cancellationToken);
        using var client = new BareClient(org);
        await client.SignInAsync(cancellationToken);
        for (int run = 1; run <= runs; run++)
        {
            await ReportAsync(org, "REST", client.ReadByRestAsync, cancellationToken);
            await ReportAsync(org, "Bulk", client.ReadByBulkAsync, cancellationToken);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the org: {org.PeakBytes / 1e6:F0} MB"));
        return 0;
    }

    private static async Task ReportAsync(
        EmulatorProcess org, string transport, Func<CancellationToken, Task<(long Rows, long Bytes, int Requests)>> read, CancellationToken cancellationToken)
    {
        var processor = org.ProcessorTime;
        long start = Stopwatch.GetTimestamp();
        (long rows, long bytes, int requests) = await read(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var serving = new Serving(transport, rows, bytes, requests, elapsed.TotalSeconds, (org.ProcessorTime - processor).TotalSeconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{serving.Transport}: {serving.Rows:N0} rows, {serving.Bytes / 1e6:F0} MB, {serving.Requests} requests in {serving.Seconds:F2} s ({serving.RowsPerSecond:N0} rows/s), {serving.ProcessorSeconds:F2} s of the org's processor time"));
    }
}
