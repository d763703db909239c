using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.CompilerServices;
using SalesforceImport.Budgeting;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests.Support;

/// <summary>What other processes do in the tests: this assembly, started again with an errand in its environment.</summary>
internal static class Child
{
    public const int RowsPerSet = 50;

    private const string DatabaseVariable = "SALESFORCE_IMPORT_TEST_DATABASE";
    private const string PipeVariable = "SALESFORCE_IMPORT_TEST_PIPE";
    private const string CapVariable = "SALESFORCE_IMPORT_TEST_CAP";

    /// <summary>Starts a process that applies change sets until it is killed, and sends a byte after each.</summary>
    public static Process StartApplying(string database, string pipe) => Start(database, pipe, cap: null);

    /// <summary>Starts a process that makes calls until the cap refuses it, and sends a byte for each.</summary>
    public static Process StartCalling(string database, string pipe, int cap) => Start(database, pipe, cap.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// A process that is given a database is such a child. It is started without a test to run, and lives on by this thread.
    /// </summary>
    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(DatabaseVariable) is { } database)
        {
            string pipe = Environment.GetEnvironmentVariable(PipeVariable)!;
            string? cap = Environment.GetEnvironmentVariable(CapVariable);
            new Thread(() => RunAsync(database, pipe, cap).GetAwaiter().GetResult()).Start();
        }
    }

    private static Process Start(string database, string pipe, string? cap)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, "-method", "none"]) { RedirectStandardOutput = true };
        start.Environment[DatabaseVariable] = database;
        start.Environment[PipeVariable] = pipe;
        start.Environment[CapVariable] = cap;
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
    }

    private static async Task RunAsync(string database, string pipeName, string? cap)
    {
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut);
        await pipe.ConnectAsync();
        if (cap is null)
        {
            await ApplyUntilKilledAsync(database, pipe);
        }
        else
        {
            await CallUntilRefusedAsync(database, pipe, long.Parse(cap, CultureInfo.InvariantCulture));
        }
    }

    private static async Task ApplyUntilKilledAsync(string database, Stream pipe)
    {
        await using var store = new PostgreSqlContactStore(new() { ConnectionString = database });
        await store.PrepareAsync([People.Schema]);
        var opened = await store.OpenRunAsync(People.Opening("run-1", holder: "the child"));
        for (long sequence = opened.Run.Sequence + 1; ; sequence++)
        {
            long first = (sequence - 1) * RowsPerSet;
            var rows = Enumerable.Range(1, RowsPerSet).Select(i => People.Create((int)first + i, "Ada"));
            await store.ApplyAsync(People.Set("run-1", opened.Epoch, sequence, $"{first + RowsPerSet}", [.. rows]));
            await pipe.WriteAsync(new byte[] { 1 });
        }
    }

    private static async Task CallUntilRefusedAsync(string database, Stream pipe, long cap)
    {
        await using var journal = new PostgreSqlImportJournal(new() { ConnectionString = database });
        await journal.PrepareAsync();

        // All are ready before any begins.
        await pipe.WriteAsync(new byte[] { 0 });
        await pipe.ReadExactlyAsync(new byte[1]);
        var charge = new CallCharge("org", ApiCallKind.Query, DateTimeOffset.UnixEpoch, "run-1", cap, TimeSpan.FromHours(24));
        while ((await journal.TryChargeAsync(charge)).Granted)
        {
            await pipe.WriteAsync(new byte[] { 1 });
        }
    }
}
