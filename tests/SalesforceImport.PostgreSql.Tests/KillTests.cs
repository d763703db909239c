using System.IO.Pipes;
using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

public sealed class KillTests : StoreTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task A_killed_process_leaves_a_whole_prefix_and_a_free_lease(int setsBeforeTheKill)
    {
        string pipeName = $"salesforce-import-{Guid.NewGuid():N}";
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut);
        using var child = Child.StartApplying(Schema.ConnectionString, pipeName);
        try
        {
            await pipe.WaitForConnectionAsync(Cancellation);
            await pipe.ReadExactlyAsync(new byte[setsBeforeTheKill], Cancellation);
            var store = await PreparedAsync();
            var refused = () => store.OpenRunAsync(People.Opening("run-2"), Cancellation);
            (await refused.Should().ThrowAsync<RunLeaseException>()).Which.Holder.Should().Contain("the child");
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(Cancellation);
        }

        var again = await PreparedAsync();
        var opened = await OpenWhenTheServerHasNoticedAsync(again);
        opened.Run.Sequence.Should().BeGreaterThanOrEqualTo(setsBeforeTheKill);
        opened.Run.Checkpoint.Should().Be($"{opened.Run.Sequence * Child.RowsPerSet}");
        var host = await HostAsync();
        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(opened.Run.Sequence * Child.RowsPerSet);
    }

    [Fact]
    public async Task The_daily_cap_holds_to_the_call_across_processes_that_race_for_it()
    {
        const int Processes = 4;
        const int Cap = 200;
        await using (var journal = new PostgreSqlImportJournal(new() { ConnectionString = Schema.ConnectionString }))
        {
            await journal.PrepareAsync(Cancellation);
        }

        string[] names = [.. Enumerable.Range(0, Processes).Select(_ => $"salesforce-import-{Guid.NewGuid():N}")];
        NamedPipeServerStream[] pipes = [.. names.Select(name => Owned(new NamedPipeServerStream(name, PipeDirection.InOut)))];
        var children = names.Select(name => Child.StartCalling(Schema.ConnectionString, name, Cap)).ToList();
        int[] calls = await Task.WhenAll(pipes.Select(async pipe =>
        {
            await pipe.WaitForConnectionAsync(Cancellation);
            await pipe.ReadExactlyAsync(new byte[1], Cancellation);
            return 0;
        }));
        calls = await Task.WhenAll(pipes.Select(CountCallsAsync));
        foreach (var child in children)
        {
            await child.WaitForExitAsync(Cancellation);
            child.Dispose();
        }

        calls.Sum().Should().Be(Cap);
        calls.Should().OnlyContain(count => count > 0, "each process takes part in the race");
        var host = await HostAsync();
        (await host.ScalarAsync("SELECT count(*) FROM api_calls")).Should().Be((long)Cap);
    }

    private static async Task<int> CountCallsAsync(NamedPipeServerStream pipe)
    {
        await pipe.WriteAsync(new byte[] { 1 }, Cancellation);
        int calls = 0;
        byte[] buffer = new byte[64];
        for (int read; (read = await pipe.ReadAsync(buffer, Cancellation)) > 0;)
        {
            calls += read;
        }

        return calls;
    }

    /// <summary>The server learns from the closed socket that the process is gone, a moment after this one does.</summary>
    private static async Task<OpenedRun> OpenWhenTheServerHasNoticedAsync(PostgreSqlContactStore store)
    {
        while (true)
        {
            try
            {
                return await store.OpenRunAsync(People.Opening("run-1", isNew: false), Cancellation);
            }
            catch (RunLeaseException)
            {
                await Task.Yield();
            }
        }
    }
}
