using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>The console as a process of its own, without a terminal.</summary>
internal sealed partial class ConsoleProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Kill = 9;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ConsoleProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
    }

    public bool HasEnded => _process.HasExited;

    public static ConsoleProcess Start(TempFolder folder, IReadOnlyDictionary<string, string>? environment, params IEnumerable<string> arguments) =>
        Start(Programs.Start(Programs.ImportConsole, arguments, folder.Path), environment);

    public static ConsoleProcess Start(ProcessStartInfo start, IReadOnlyDictionary<string, string>? environment)
    {
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    public static async Task<ConsoleResult> RunAsync(TempFolder folder, params IEnumerable<string> arguments)
    {
        using var process = Start(folder, null, arguments);
        return await process.EndAsync();
    }

    public void Send(int signal) => SendSignal(_process.Id, signal).Should().Be(0);

    public async Task<ConsoleResult> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await _process.WaitForExitAsync(deadline.Token);
        return new(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
