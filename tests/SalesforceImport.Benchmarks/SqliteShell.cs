using System.ComponentModel;
using System.Diagnostics;

namespace SalesforceImport.Benchmarks;

/// <summary>The <c>sqlite3</c> command.</summary>
internal static class SqliteShell
{
    private const string Command = "sqlite3";

    /// <summary>Its version; null when the command is missing.</summary>
    public static async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await RunAsync(["--version"], string.Empty, cancellationToken)).Split(' ')[0];
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a script on a database, and returns what it prints.</summary>
    public static Task<string> RunAsync(string database, string script, CancellationToken cancellationToken) =>
        RunAsync(["-batch", "-bail", database], script, cancellationToken);

    private static async Task<string> RunAsync(IEnumerable<string> arguments, string script, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(script.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new BenchmarkException($"sqlite3 ended with {process.ExitCode}.");
    }
}
