using SalesforceImport.Matching;
using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// Takes records that are gone out of the store, by the rule. What this run has read is there, whatever else is said of it;
/// and only what runs of the same selector brought can leave the selection.
/// </summary>
internal sealed class GoneImporter(ContactStore store, BatchScope scope, ImportStep step, ImportPlan plan) : IStepImporter
{
    private const int MostAttempts = 5;

    private readonly GoneDecider _decider = new(scope.Schema, scope.Rules, scope.Run, plan.WhenGone);
    private readonly ChangeSetSender _sender = new(store);
    private readonly ReadRecords _read = new(store, scope.Run);
    private readonly EarlierRuns _earlier = new(store, scope.Run, plan);

    public async Task<(RunCheckpoint Checkpoint, bool Committed)> ImportAsync(
        StepBatch batch, RunCheckpoint before, long sequence, long callsUsed, CancellationToken cancellationToken)
    {
        var ids = batch.Asked.Concat(batch.Parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(part.IdAt))).ToHashSet();
        var after = before.Advance(batch, ids.Count, ids.Count > 0 ? ids.Max() : null, callsUsed);
        var gone = await GoneAsync(ids, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; gone.Count > 0; attempt++)
        {
            var found = await store.FindAsync(
                new FindRequest { Kind = scope.Schema.Kind, Org = scope.Org, Run = scope.Run, Sources = gone }, cancellationToken).ConfigureAwait(false);
            var feeding = found.Rows
                .SelectMany(row => row.Sources)
                .Where(source => source.Contributes && source.Key.Org == scope.Org && gone.Contains(source.Key.Id))
                .Select(source => source.Key)
                .ToHashSet();
            if (feeding.Count == 0)
            {
                break;
            }

            var (checkpoint, outcome) = await ApplyAsync(feeding, found, after, sequence, cancellationToken).ConfigureAwait(false);
            if (outcome is ApplyOutcome.Applied or ApplyOutcome.AlreadyApplied)
            {
                return (checkpoint, true);
            }

            if (attempt == MostAttempts)
            {
                throw new SalesforceImportException(outcome == ApplyOutcome.Refused
                    ? $"Rows of {store.Description} whose {step.Object} records are gone cannot be deleted, because the application's own tables still refer to them. Move those references, let them be deleted with the row, or set WhenGone to Mark; then resume the run."
                    : $"Rows of {store.Description} keep changing under the import: {step.Object} records that are gone could not be taken out. Resume the run when the other writer is done.");
            }
        }

        return (after, false);
    }

    private async Task<(RunCheckpoint Checkpoint, ApplyOutcome Outcome)> ApplyAsync(
        HashSet<SourceKey> gone, FindResult found, RunCheckpoint after, long sequence, CancellationToken cancellationToken)
    {
        var decision = _decider.Decide(gone, found);
        var amendments = await _read.HeldAsync(decision.Amendments, cancellationToken).ConfigureAwait(false);
        var links = plan.WhenGone == GoneRule.Delete
            ? await LinksOfGone.FindAsync(store, scope.Org, scope.Schema.Kind, [.. gone.Select(key => key.Id)], cancellationToken).ConfigureAwait(false)
            : [];
        var results = gone.Select(key => new RecordResult(key.Id, RecordOutcome.Skipped, step.Gone!.Value)).ToList();
        var checkpoint = after.Account(step.Object, [], amendments).AccountGone(step.Object, gone.Count);
        var result = await _sender.ApplyAsync(
            new ChangeSet
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
                DroppedLinks = links,
                Logs = RecordLogs.Of(step.Object, results, amendments),
            },
            cancellationToken).ConfigureAwait(false);
        return (checkpoint, result.Outcome);
    }

    private async Task<HashSet<SalesforceId>> GoneAsync(HashSet<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var read = await _read.OutcomesAsync(step.Object, ids, cancellationToken).ConfigureAwait(false);
        var gone = ids.Where(id => !read.TryGetValue(id, out var result) || result is { Outcome: RecordOutcome.Skipped, Reason: not (RecordReason.Deleted or RecordReason.LeftSelection) }).ToHashSet();
        if (step.Gone != RecordReason.LeftSelection)
        {
            return gone;
        }

        gone.ExceptWith(read.Keys);
        return await _earlier.BroughtAsync(step.Object, gone, cancellationToken).ConfigureAwait(false);
    }
}
