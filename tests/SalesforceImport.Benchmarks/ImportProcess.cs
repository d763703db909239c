using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Selectors;

namespace SalesforceImport.Benchmarks;

/// <summary>The process that imports: started by this program, on the org that its environment names.</summary>
internal static class ImportProcess
{
    public const string CommandName = "import";
    public const string UrlVariable = "BENCHMARK_URL";
    public const string ClientIdVariable = "BENCHMARK_CLIENT_ID";
    public const string ClientSecretVariable = "BENCHMARK_CLIENT_SECRET";

    /// <summary>Imports all contacts into a new file, and prints the measurement as JSON.</summary>
    public static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services
            .AddSalesforceImport(options =>
            {
                options.LoginUrl = new Uri(Variable(UrlVariable));
                BenchmarkFields.Set(options);
            })
            .UseClientCredentials(Variable(ClientIdVariable), Variable(ClientSecretVariable))
            .UseSqlite($"Data Source={file}");
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISalesforceImporter>();

        long start = Stopwatch.GetTimestamp();
        var plan = await importer.PlanAsync(RecordSelector.AllContacts(), cancellationToken);
        var planning = Stopwatch.GetElapsedTime(start);
        foreach (var finding in plan.Findings)
        {
            await Console.Error.WriteLineAsync(finding.Message);
        }

        long allocated = GC.GetTotalAllocatedBytes();
        var clock = Stopclock.OfThisProcess();
        var report = await importer.RunAsync(plan, progress: null, cancellationToken);
        var run = clock.Elapsed;
        if (report.State != ImportState.Completed)
        {
            await Console.Error.WriteLineAsync($"{report.State}: {report.Reason}");
            return 1;
        }

        var measurement = new Measurement
        {
            Records = report.Objects.Values.Sum(tally => tally.Selected),
            Rows = report.List.Count,
            PlanSeconds = planning.TotalSeconds,
            Run = run,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            AllocatedBytes = GC.GetTotalAllocatedBytes() - allocated,
            PauseSeconds = GC.GetTotalPauseDuration().TotalSeconds,
            Calls = report.Calls.Used,
        };
        Console.WriteLine(JsonSerializer.Serialize(measurement));
        return 0;
    }

    /// <summary>Starts the process, and waits for its measurement.</summary>
    public static async Task<Measurement> MeasureAsync(EmulatorProcess org, string file, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [CommandName, file]) { RedirectStandardOutput = true };
        start.Environment[UrlVariable] = org.Url;
        start.Environment[ClientIdVariable] = org.ClientId;
        start.Environment[ClientSecretVariable] = org.ClientSecret;
        using var process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(output)!
            : throw new BenchmarkException($"The importing process ended with {process.ExitCode}.");
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new BenchmarkException($"{name} is not set.");
}
