using System.IO.Pipes;

namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>What a child process of the tests runs until it is killed: change sets without end, a byte through the pipe after each.</summary>
public sealed class Applier
{
    public const string DatabaseVariable = "SALESFORCE_IMPORT_TEST_DATABASE";
    public const string PipeVariable = "SALESFORCE_IMPORT_TEST_PIPE";
    public const int RowsPerSet = 50;

    [Fact(Explicit = true)]
    public async Task Applies_change_sets_until_it_is_killed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var pipe = new NamedPipeClientStream(".", Environment.GetEnvironmentVariable(PipeVariable)!, PipeDirection.Out);
        await pipe.ConnectAsync(cancellation);
        await using var store = new SqliteContactStore(
            new() { ConnectionString = $"Data Source={Environment.GetEnvironmentVariable(DatabaseVariable)}" });
        await store.PrepareAsync([People.Schema], cancellation);
        var opened = await store.OpenRunAsync(People.Opening("run-1", holder: "the child"), cancellation);
        for (long sequence = opened.Run.Sequence + 1; ; sequence++)
        {
            long first = (sequence - 1) * RowsPerSet;
            var rows = Enumerable.Range(1, RowsPerSet).Select(i => People.Create((int)first + i, "Ada"));
            await store.ApplyAsync(
                People.Set("run-1", opened.Epoch, sequence, $"{first + RowsPerSet}", [.. rows]), cancellation);
            await pipe.WriteAsync(new byte[] { 1 }, cancellation);
        }
    }
}
