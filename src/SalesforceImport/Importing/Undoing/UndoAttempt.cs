using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>One attempt of an undo, from opening to closing: whatever ends it, the store and the journal know how it stands.</summary>
internal sealed class UndoAttempt(ImporterServices services, UndoPlan plan)
{
    public async Task<ImportReport> ExecuteAsync(OpenedRun opened, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var run = opened.Run;
        if (run.State == RunState.Completed)
        {
            return UndoReports.Build(plan, run, UndoCheckpoint.Of(run), services.Store.Description);
        }

        var executor = new UndoExecutor(new UndoScope(services.Store, opened, plan, new RunChains(services.Store)));
        var state = RunState.Failed;
        string? reason = null;
        try
        {
            await JournalAsync(run, RunState.Running, executor.Checkpoint, report: null).ConfigureAwait(false);
            long total = await TotalAsync(run, cancellationToken).ConfigureAwait(false);
            void Tell(RecordKind kind) => progress?.Report(new(run.Run, kind.ToString(), Done(executor.Checkpoint), Math.Max(total, Done(executor.Checkpoint)), 0, 0));
            Tell(plan.Kinds[0].Kind);
            await executor.ExecuteAsync(Tell, cancellationToken).ConfigureAwait(false);
            state = RunState.Completed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            (state, reason) = (RunState.Cancelled, "It was cancelled. What was committed stays; resume it to go on.");
            throw;
        }
        catch (Exception exception)
        {
            reason = exception.Message;
            throw new ImportFailedException(run.Run, exception.Message, exception);
        }
        finally
        {
            await CloseAsync(opened, executor.Checkpoint with { Reason = reason }, state).ConfigureAwait(false);
        }

        var closed = await services.Store.FindRunAsync(run.Run, CancellationToken.None).ConfigureAwait(false) ?? run;
        var report = UndoReports.Build(plan, closed, executor.Checkpoint, services.Store.Description);
        await JournalAsync(closed, state, executor.Checkpoint, report).ConfigureAwait(false);
        return report;
    }

    private static long Done(UndoCheckpoint checkpoint) => checkpoint.Removed + checkpoint.Restored + checkpoint.Reverted;

    /// <summary>How many rows there are to remove; how many to change is not known before.</summary>
    private async Task<long> TotalAsync(StoredRun run, CancellationToken cancellationToken)
    {
        long total = 0;
        foreach (var kind in run.Kinds)
        {
            total += await services.Store.CountListAsync(plan.Undoes, kind, cancellationToken).ConfigureAwait(false);
        }

        return total;
    }

    private async Task CloseAsync(OpenedRun opened, UndoCheckpoint checkpoint, RunState state)
    {
        var closing = new RunClosing
        {
            Run = opened.Run.Run,
            Epoch = opened.Epoch,
            State = state,
            Checkpoint = checkpoint.ToJson(),
            At = services.Time.GetUtcNow(),
        };
        try
        {
            await services.Store.CloseRunAsync(closing, CancellationToken.None).ConfigureAwait(false);
            if (state != RunState.Completed)
            {
                await JournalAsync(opened.Run, state, checkpoint, report: null).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (state != RunState.Completed)
        {
            // The reason the run stopped matters more than that it could not be written down.
            services.Logger.CloseFailed(opened.Run.Run, exception);
        }
    }

    private Task JournalAsync(StoredRun run, RunState state, UndoCheckpoint checkpoint, ImportReport? report) =>
        services.Journal.SaveRunAsync(
            new JournalRun
            {
                Run = run.Run,
                Org = run.Org.ToString(),
                Selector = plan.Title,
                State = state,
                Reason = checkpoint.Reason,
                StartedAt = run.StartedAt,
                EndedAt = state == RunState.Running ? null : services.Time.GetUtcNow(),
                Plan = run.Plan,
                Report = report is null ? null : System.Text.Json.JsonSerializer.Serialize(report, ImportJsonContext.Default.ImportReport),
            },
            CancellationToken.None);
}
