using System.Globalization;
using SalesforceImport.Budgeting;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>One attempt of a run, from opening to closing: whatever ends it, the store and the journal know how it stands.</summary>
internal sealed class RunAttempt(ImporterServices services, ImportPlan plan)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookAtJobAfter = TimeSpan.FromMinutes(10);

    /// <param name="opened">The run, whose lease is held.</param>
    /// <param name="callsCharged">The calls the journal knows of earlier attempts: never fewer than a checkpoint that a kill cut short.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="cancellationToken">Stops the attempt between two batches.</param>
    public async Task<ImportReport> ExecuteAsync(
        OpenedRun opened, long callsCharged, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var run = opened.Run;
        var checkpoint = run.Checkpoint is { } text ? RunCheckpoint.FromJson(run.Run, text) : ReportBuilder.Start(plan);
        if (run.State == RunState.Completed)
        {
            return await ReportAsync(run, checkpoint).ConfigureAwait(false);
        }

        long callsBefore = Math.Max(checkpoint.CallsUsed, callsCharged);
        long ceiling = Ceiling(checkpoint);
        checkpoint = checkpoint with { CallsUsed = callsBefore, Ceiling = callsBefore + ceiling, Reason = null, ResumeAt = null };
        using var meter = services.CreateMeter(ceiling, run.Run);
        var executor = new RunExecutor(services.Org, services.Store, meter, services.Time) { Checkpoint = checkpoint, CallsBefore = callsBefore };
        long startedAt = services.Time.GetTimestamp();
        long doneBefore = checkpoint.Steps.Sum(step => step.Records);
        void Tell(string sObject)
        {
            long done = executor.Checkpoint.Steps.Sum(step => step.Records);
            double seconds = services.Time.GetElapsedTime(startedAt).TotalSeconds;
            progress?.Report(new(
                run.Run, sObject, done, plan.Records, plan.PlanningCalls + executor.CallsUsed, seconds > 0 ? (done - doneBefore) / seconds : 0));
        }

        var state = RunState.Failed;
        string? reason = null;
        DateTimeOffset? resumeAt = null;
        try
        {
            await JournalAsync(run, checkpoint, RunState.Running, null).ConfigureAwait(false);
            Tell(plan.Steps.Count > 0 ? plan.Steps[0].Object : string.Empty);
            await CheckOrgAsync(meter, cancellationToken).ConfigureAwait(false);
            await executor.ExecuteAsync(plan, opened, Tell, cancellationToken).ConfigureAwait(false);
            state = RunState.Completed;
        }
        catch (CallRefusedException exception)
        {
            executor.Checkpoint = Learn(checkpoint, executor.Checkpoint, meter);
            (state, reason, resumeAt) = (RunState.Paused, OutOfCalls(exception, executor.Checkpoint), exception.AllowedAt ?? LookAgain(exception.Reason));
        }
        catch (OrgCallLimitException exception)
        {
            executor.Checkpoint = Learn(checkpoint, executor.Checkpoint, meter);
            (state, reason, resumeAt) = (RunState.Paused, OutOfCalls(exception, executor.Checkpoint), services.Time.GetUtcNow() + LookAgainAfter);
        }
        catch (BulkJobException exception) when (exception.Problem == BulkProblem.StillRunning)
        {
            (state, reason, resumeAt) = (RunState.Paused, exception.Message, services.Time.GetUtcNow() + LookAtJobAfter);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            (state, reason) = (RunState.Cancelled, "The run was cancelled. What was committed stays; resume it to go on.");
            throw;
        }
        catch (Exception exception) when (exception is not ImportFailedException)
        {
            reason = exception.Message;
            throw new ImportFailedException(run.Run, exception.Message, exception);
        }
        finally
        {
            checkpoint = executor.Checkpoint with { CallsUsed = executor.CallsUsed, Reason = reason, ResumeAt = resumeAt };
            await CloseAsync(opened, meter, checkpoint, state).ConfigureAwait(false);
        }

        var closed = await services.Store.FindRunAsync(run.Run, CancellationToken.None).ConfigureAwait(false) ?? run;
        var report = await ReportAsync(closed, checkpoint).ConfigureAwait(false);
        await JournalAsync(closed, checkpoint, state, report).ConfigureAwait(false);
        return report;
    }

    private async Task CheckOrgAsync(CallMeter meter, CancellationToken cancellationToken)
    {
        var connection = await services.Org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
        if (connection.OrgId != plan.OrgId)
        {
            throw new SalesforceImportException(
                $"The plan is for org {plan.OrgId}, but the credentials lead to org {connection.OrgId}. Sign in to the org that was planned for, or make a new plan.");
        }
    }

    private long Ceiling(RunCheckpoint checkpoint) =>
        services.Options.CallCeiling ?? (checkpoint.CallsUsed == 0 ? plan.Ceiling : TransportCosts.Ceiling(RemainingCalls.Of(plan, checkpoint)));

    private RunCheckpoint Learn(RunCheckpoint before, RunCheckpoint after, CallMeter meter) => after with
    {
        RecordsPerCall = RemainingCalls.RecordsPerCall(plan, before, after, meter.ByKind.GetValueOrDefault(ApiCallKind.Query)) ?? after.RecordsPerCall,
    };

    private string OutOfCalls(Exception exception, RunCheckpoint checkpoint)
    {
        long calls = RemainingCalls.Of(plan, checkpoint).Sum(cost => cost.Calls);
        return string.Create(CultureInfo.InvariantCulture, $"{exception.Message} What is left takes about {calls:N0} more API {(calls == 1 ? "call" : "calls")}.");
    }

    private DateTimeOffset LookAgain(CallRefusal refusal) =>
        refusal == CallRefusal.Ceiling ? services.Time.GetUtcNow() : services.Time.GetUtcNow() + LookAgainAfter;

    private async Task CloseAsync(OpenedRun opened, CallMeter meter, RunCheckpoint checkpoint, RunState state)
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
            await meter.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            if (state is RunState.Cancelled or RunState.Failed)
            {
                await JournalAsync(opened.Run, checkpoint, state, null).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (state is RunState.Cancelled or RunState.Failed)
        {
            // The reason the run stopped matters more than that it could not be written down.
            services.Logger.CloseFailed(opened.Run.Run, exception);
        }
    }

    private Task JournalAsync(StoredRun run, RunCheckpoint checkpoint, RunState state, ImportReport? report) =>
        services.Journal.SaveRunAsync(
            new JournalRun
            {
                Run = run.Run,
                Org = plan.OrgId.ToString(),
                Selector = plan.Selector.ToString(),
                State = state,
                Reason = checkpoint.Reason,
                StartedAt = run.StartedAt,
                EndedAt = state == RunState.Running ? null : services.Time.GetUtcNow(),
                Plan = plan.ToJson(),
                Report = report is null ? null : System.Text.Json.JsonSerializer.Serialize(report, ImportJsonContext.Default.ImportReport),
            },
            CancellationToken.None);

    private async Task<ImportReport> ReportAsync(StoredRun run, RunCheckpoint checkpoint) => ReportBuilder.Build(
        plan,
        run,
        checkpoint,
        await services.Store.CountAllAsync(run, CancellationToken.None).ConfigureAwait(false),
        services.Store.Description);
}
