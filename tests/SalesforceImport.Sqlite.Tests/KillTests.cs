using System.Diagnostics;
using System.IO.Pipes;
using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

public sealed class KillTests : StoreTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task A_killed_process_leaves_a_whole_prefix_and_a_free_lease(int setsBeforeTheKill)
    {
        string pipeName = $"salesforce-import-{Guid.NewGuid():N}";
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.In);
        using var child = Start(pipeName);
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
        var opened = await again.OpenRunAsync(People.Opening("run-1", isNew: false), Cancellation);
        opened.Run.Sequence.Should().BeGreaterThanOrEqualTo(setsBeforeTheKill);
        opened.Run.Checkpoint.Should().Be($"{opened.Run.Sequence * Applier.RowsPerSet}");
        using var host = Host();
        host.Scalar("SELECT count(*) FROM contacts").Should().Be(opened.Run.Sequence * Applier.RowsPerSet);
        host.Scalar("PRAGMA integrity_check").Should().Be("ok");
    }

    private Process Start(string pipeName)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Applier).Assembly.Location, "-method", "none"]) { RedirectStandardOutput = true };
        start.Environment[Applier.DatabaseVariable] = Folder.Database;
        start.Environment[Applier.PipeVariable] = pipeName;
        var child = Process.Start(start)!;
        child.BeginOutputReadLine();
        return child;
    }
}
