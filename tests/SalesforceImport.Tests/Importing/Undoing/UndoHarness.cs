using SalesforceImport.Importing.Undoing;
using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing.Undoing;

/// <summary>Undoes and redoes the runs of a <see cref="BatchHarness"/>, dying on the way where it is told to.</summary>
internal sealed class UndoHarness(InMemoryDatabase database, Random random, bool kills)
{
    private static readonly IReadOnlyList<PlannedKind> Kinds = [new(RecordKind.Contact, BatchHarness.Schema.Properties)];

    public async Task ImportAsync(string run, IEnumerable<WorldRecord> records)
    {
        using var harness = await BatchHarness.StartAsync(database, run);
        foreach (var (name, batch) in World.Batches(records, random))
        {
            await harness.ImportAsync(name, batch, ordered: false);
        }

        await harness.CloseAsync();
    }

    public async Task<UndoCheckpoint> UndoAsync(string import) => await CarryOutAsync(import, redo: false);

    public async Task<UndoCheckpoint> RedoAsync(string import) => await CarryOutAsync(import, redo: true);

    private async Task<UndoCheckpoint> CarryOutAsync(string import, bool redo)
    {
        using var store = new InMemoryContactStore(database);
        var chain = await new RunChains(store).ReadAsync(import, CancellationToken.None);
        string id = redo ? chain.NextRedo : chain.NextUndo;
        var plan = new UndoPlan(redo ? chain.Last!.Run : import, import, redo, "all", Kinds);
        var start = new NewRun(BatchHarness.Org, plan.ToJson(), plan.Title);
        while (true)
        {
            using var process = new InMemoryContactStore(database);
            await process.PrepareAsync([BatchHarness.Schema.Store]);
            var opened = await process.OpenRunAsync(new RunOpening { Run = id, Kinds = [RecordKind.Contact], Holder = "test", At = DateTimeOffset.UnixEpoch, New = start });
            var executor = new UndoExecutor(new UndoScope(process, opened, plan, new RunChains(process)) { PageSize = random.Next(1, 6) });
            try
            {
                await executor.ExecuteAsync(_ => DiePerhaps(), CancellationToken.None);
            }
            catch (DiedException)
            {
                continue;
            }

            await process.CloseRunAsync(new RunClosing { Run = id, Epoch = opened.Epoch, State = RunState.Completed, At = DateTimeOffset.UnixEpoch });
            return executor.Checkpoint;
        }
    }

    private void DiePerhaps()
    {
        if (kills && random.Next(3) == 0)
        {
            throw new DiedException();
        }
    }

    private sealed class DiedException : Exception;
}
