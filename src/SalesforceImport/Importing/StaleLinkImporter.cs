using SalesforceImport.Planning;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Drops the memberships of campaigns that the run, which has read all of them, has not met.</summary>
internal sealed class StaleLinkImporter(ContactStore store, BatchScope scope, ImportStep step, ImportPlan plan) : IStepImporter
{
    private readonly ChangeSetSender _sender = new(store);
    private readonly ReadRecords _read = new(store, scope.Run);

    public async Task<(RunCheckpoint Checkpoint, bool Committed)> ImportAsync(
        StepBatch batch, RunCheckpoint before, long sequence, long callsUsed, CancellationToken cancellationToken)
    {
        var after = before.Advance(batch, taken: 0, lastId: null, callsUsed);
        var campaigns = plan.Selector.Parts.OfType<CampaignPart>().Select(part => part.Campaign).ToHashSet();
        var links = await store.FindLinksAsync(scope.Org, step.Links!.Value, LinkEnd.From, campaigns, cancellationToken).ConfigureAwait(false);
        var met = await _read.AmongAsync(step.Object, [.. links.Select(link => link.Record).OfType<SalesforceId>()], cancellationToken).ConfigureAwait(false);
        var stale = links.Where(link => link.Record is { } record && !met.Contains(record)).Select(link => link.Key).ToList();
        if (stale.Count == 0)
        {
            return (after, false);
        }

        var checkpoint = after.AccountGone(step.Object, stale.Count);
        await _sender.ApplyAsync(
            new ChangeSet
            {
                Run = scope.Run,
                Epoch = scope.Epoch,
                Sequence = sequence,
                Kind = scope.Schema.Kind,
                Org = scope.Org,
                Checkpoint = checkpoint.ToJson(),
                DroppedLinks = stale,
            },
            cancellationToken).ConfigureAwait(false);
        return (checkpoint, true);
    }
}
