using System.Diagnostics;
using System.Globalization;

namespace SalesforceImport.Benchmarks;

/// <summary>An emulated org in a process of its own.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process) => _process = process;

    public string Url { get; private set; } = string.Empty;

    public string ClientId { get; private set; } = string.Empty;

    public string ClientSecret { get; private set; } = string.Empty;

    /// <summary>The processor time that the org has taken, in all its threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that the org has held.</summary>
    public long PeakBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static async Task<EmulatorProcess> StartAsync(long contacts, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Program(), "--contacts", contacts.ToString(CultureInfo.InvariantCulture), "--leads", "0", "--daily-limit", "1000000"])
        {
            RedirectStandardOutput = true,
        };
        var emulator = new EmulatorProcess(Process.Start(start)!);
        await emulator.ReadAnnouncementAsync(cancellationToken);
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The host was built beside this program: the same folder, another name.</summary>
    private static string Program()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "EmulatorHost", own.Name, "EmulatorHost.dll");
    }

    private async Task ReadAnnouncementAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            string value = line[(line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0)..];
            switch (line)
            {
                case "Ready":
                    return;
                case var _ when line.StartsWith("URL:", StringComparison.Ordinal):
                    Url = value;
                    break;
                case var _ when line.StartsWith("Client id:", StringComparison.Ordinal):
                    ClientId = value;
                    break;
                case var _ when line.StartsWith("Client secret:", StringComparison.Ordinal):
                    ClientSecret = value;
                    break;
            }
        }

        throw new BenchmarkException("The emulated org did not start.");
    }
}
