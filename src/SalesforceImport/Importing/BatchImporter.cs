using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// Takes batches of one step to the store: looks up what they touch, decides, applies, and accounts for every record. A
/// batch whose ground moved in between is looked up and decided again.
/// </summary>
internal sealed class BatchImporter(ContactStore store, BatchScope scope, RecordMapper mapper, KnownKeys? known) : IStepImporter
{
    private const int MostAttempts = 5;

    private readonly BatchDecider _decider = new(scope.Schema, scope.Rules, scope.Run, scope.ListAll);
    private readonly BatchLookup _lookup = new(store, scope, known);
    private readonly ReadRecords _read = new(store, scope.Run);
    private readonly ChangeSetSender _sender = new(store);
    private readonly ActivityLinks? _links = scope.Schema.Kind == RecordKind.Task ? new(store, scope.Org) : null;
    private PassedRecords? _passed;

    public async Task<(RunCheckpoint Checkpoint, bool Committed)> ImportAsync(
        StepBatch batch, RunCheckpoint before, long sequence, long callsUsed, CancellationToken cancellationToken)
    {
        var step = before.Steps[batch.Step];
        var intake = BatchIntake.Of(batch, mapper, await ReadBeforeAsync(batch, step, cancellationToken).ConfigureAwait(false));
        var after = before.Advance(batch, intake.Count, intake.Last, callsUsed);
        if (intake.Count == 0)
        {
            return (after, false);
        }

        for (int attempt = 1; attempt <= 2 * MostAttempts; attempt++)
        {
            var (committed, failConflicting) = await TryAsync(step.Object, intake, after, sequence, cancellationToken).ConfigureAwait(false);
            if (committed is not null)
            {
                intake.Records.ForEach(record => known?.Add(record));
                return (committed, true);
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
        decision.Results.AddRange(intake.Settled);
        var amendments = await _read.HeldAsync(decision.Amendments, cancellationToken).ConfigureAwait(false);
        var checkpoint = after.Account(sObject, decision.Results, amendments);
        var (puts, drops) = await LinksAsync(intake, cancellationToken).ConfigureAwait(false);
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
            PutLinks = puts,
            DroppedLinks = drops,
            Logs = RecordLogs.Of(sObject, decision.Results, amendments),
        };
        var result = await _sender.ApplyAsync(changes, cancellationToken).ConfigureAwait(false);
        return result.Outcome switch
        {
            ApplyOutcome.Conflict => (null, Again(intake, result, ground.Found)),
            ApplyOutcome.Refused => FailReferenced(intake, result, ground.Found),
            _ => (checkpoint, null),
        };
    }

    /// <summary>What the records say of links, and what nobody says any more: a merged record's are those of the other now.</summary>
    private async Task<(IReadOnlyList<StoredLink> Puts, IReadOnlyList<LinkKey> Drops)> LinksAsync(BatchIntake intake, CancellationToken cancellationToken)
    {
        if (_links is not null)
        {
            return await _links.DecideAsync(intake.Records, cancellationToken).ConfigureAwait(false);
        }

        var merged = intake.Records.Where(record => record.LeftOut == RecordReason.Merged).Select(record => record.Key.Id).ToList();
        return ([], await LinksOfGone.FindAsync(store, scope.Org, scope.Schema.Kind, merged, cancellationToken).ConfigureAwait(false));
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
}
