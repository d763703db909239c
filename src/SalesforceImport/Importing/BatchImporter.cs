using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// Takes batches of one step to the store: looks up what they touch, decides, applies, and accounts for every record. A
/// batch whose ground moved in between is looked up and decided again.
/// </summary>
internal sealed class BatchImporter(ContactStore store, BatchScope scope, RecordMapper mapper, KnownKeys? known)
{
    private const int MostAttempts = 5;

    private readonly BatchDecider _decider = new(scope.Schema, scope.Rules, scope.Run);
    private readonly BatchLookup _lookup = new(store, scope, known);
    private readonly ReadRecords _read = new(store, scope.Run);
    private PassedRecords? _passed;

    /// <summary>Imports a batch on top of a checkpoint, and returns the one it leaves; the same one when the batch held nothing new.</summary>
    public async Task<RunCheckpoint> ImportAsync(StepBatch batch, RunCheckpoint before, long sequence, long callsUsed, CancellationToken cancellationToken)
    {
        var step = before.Steps[batch.Step];
        var intake = BatchIntake.Of(batch.Parts, mapper, await ReadBeforeAsync(batch, step, cancellationToken).ConfigureAwait(false));
        var after = before.Advance(batch, intake, callsUsed);
        if (intake.Count == 0)
        {
            return after;
        }

        for (int attempt = 1; attempt <= 2 * MostAttempts; attempt++)
        {
            var (committed, failConflicting) = await TryAsync(step.Object, intake, after, sequence, cancellationToken).ConfigureAwait(false);
            if (committed is not null)
            {
                intake.Records.ForEach(record => known?.Add(record));
                return committed;
            }

            if (attempt >= MostAttempts)
            {
                failConflicting!();
            }
        }

        throw new SalesforceImportException(
            $"Rows of {store.Description} keep changing under the import: a batch of {step.Object} could not be applied. Resume the run when the other writer is done.");
    }

    private async Task<(RunCheckpoint? Committed, Action? FailConflicting)> TryAsync(
        string sObject, BatchIntake intake, RunCheckpoint after, long sequence, CancellationToken cancellationToken)
    {
        var ground = await _lookup.FindAsync(intake.Records, cancellationToken).ConfigureAwait(false);
        var decision = _decider.Decide(intake.Records, ground.Found);
        decision.Results.AddRange(intake.Failed);
        var amendments = await AmendmentsAsync(decision, cancellationToken).ConfigureAwait(false);
        var checkpoint = after.Account(sObject, decision.Results, amendments);
        var changes = new ChangeSet
        {
            Run = scope.Run,
            Epoch = scope.Epoch,
            Sequence = sequence,
            Kind = scope.Schema.Kind,
            Org = scope.Org,
            Checkpoint = checkpoint.ToJson(),
            Changes = decision.Changes,
            PutOrphans = decision.PutOrphans,
            DroppedOrphans = decision.DroppedOrphans,
            AbsentSources = ground.AbsentSources,
            AbsentEmails = ground.AbsentEmails,
            AbsentSincePrevious = true,
            EmailsOfAnyOrg = scope.Rules.AcrossOrgs,
            Logs = Logs(sObject, decision.Results, amendments),
        };
        var result = await ApplyAsync(changes, cancellationToken).ConfigureAwait(false);
        return result.Outcome switch
        {
            ApplyOutcome.Conflict => (null, Again(intake, result, ground.Found)),
            ApplyOutcome.Refused => FailReferenced(intake, result, ground.Found),
            ApplyOutcome.Superseded => throw new SalesforceImportException(
                $"Another process has taken run '{scope.Run}' over; this one has stopped, and nothing is lost."),
            _ => (checkpoint, null),
        };
    }

    private Action Again(BatchIntake intake, ApplyResult conflict, FindResult found)
    {
        // Somebody else has put them, so what this run has put is no longer all there is.
        known?.Add(conflict);
        return () => intake.FailConflicting(conflict, found);
    }

    private static (RunCheckpoint?, Action?) FailReferenced(BatchIntake intake, ApplyResult result, FindResult found)
    {
        intake.FailReferenced(result, found);
        return (null, () => { });
    }

    private async Task<ApplyResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Once begun, a transaction is not cut short: its outcome would be unknown.
            return await store.ApplyAsync(changes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (InvalidOperationException or ArgumentException))
        {
            var run = await store.FindRunAsync(changes.Run, CancellationToken.None).ConfigureAwait(false);
            if (run?.Sequence == changes.Sequence)
            {
                return ApplyResult.AlreadyApplied;
            }

            throw;
        }
    }

    private async Task<HashSet<SalesforceId>?> ReadBeforeAsync(StepBatch batch, StepCheckpoint step, CancellationToken cancellationToken)
    {
        if (batch.IsOrdered && step.IsOrdered)
        {
            return null;
        }

        var ids = batch.Parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(part.IdAt)).ToHashSet();
        _passed ??= new PassedRecords(_read, step.Object, batch.Returned ?? step.Records);
        return await _passed.AmongAsync(ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The amendments that hold: an earlier record's outcome changes only if this run has read it.</summary>
    private async Task<List<Amendment>> AmendmentsAsync(BatchDecision decision, CancellationToken cancellationToken)
    {
        var held = decision.Amendments.Where(amendment => amendment.SurelyRead).ToList();
        foreach (var ofObject in decision.Amendments.Where(amendment => !amendment.SurelyRead).GroupBy(amendment => amendment.Object))
        {
            var read = await _read.AmongAsync(ofObject.Key, [.. ofObject.Select(amendment => amendment.Id)], cancellationToken).ConfigureAwait(false);
            held.AddRange(ofObject.Where(amendment => read.Contains(amendment.Id)));
        }

        return held;
    }

    private static IReadOnlyList<RecordLog> Logs(string sObject, List<RecordResult> results, List<Amendment> amendments)
    {
        if (amendments.Count == 0)
        {
            return [RecordLogCodec.Pack(sObject, results)];
        }

        return
        [
            .. amendments
                .Select(amendment => (amendment.Object, Result: new RecordResult(amendment.Id, amendment.Becomes)))
                .Concat(results.Select(result => (Object: sObject, Result: result)))
                .GroupBy(entry => entry.Object, entry => entry.Result)
                .Select(ofObject => RecordLogCodec.Pack(ofObject.Key, ofObject)),
        ];
    }
}
