using System.IO.Pipes;
using System.Runtime.CompilerServices;

namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>What a child process of the tests runs until it is killed: change sets without end, a byte through the pipe after each.</summary>
internal static class Applier
{
    public const string DatabaseVariable = "SALESFORCE_IMPORT_TEST_DATABASE";
    public const string PipeVariable = "SALESFORCE_IMPORT_TEST_PIPE";
    public const int RowsPerSet = 50;

    /// <summary>
    /// A process that is given a database is such a child. It is started without a test to run, and lives on by this thread.
    /// </summary>
    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(DatabaseVariable) is { } database)
        {
            string pipe = Environment.GetEnvironmentVariable(PipeVariable)!;
            new Thread(() => ApplyUntilKilledAsync(database, pipe).GetAwaiter().GetResult()).Start();
        }
    }

    private static async Task ApplyUntilKilledAsync(string database, string pipeName)
    {
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.Out);
        await pipe.ConnectAsync();
        await using var store = new SqliteContactStore(new() { ConnectionString = $"Data Source={database}" });
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
}
