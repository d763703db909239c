using SalesforceImport.Matching;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Takes batches of a step whose records tie others to the store, and accounts for every record.</summary>
internal sealed class LinkImporter(ContactStore store, BatchScope scope, ImportStep step) : IStepImporter
{
    private readonly LinkMapper _mapper = new(step);
    private readonly LinkDecider _decider = new(step.Object, step.NewestOnly);
    private readonly ChangeSetSender _sender = new(store);
    private readonly ReadRecords _read = new(store, scope.Run);

    public async Task<(RunCheckpoint Checkpoint, bool Committed)> ImportAsync(
        StepBatch batch, RunCheckpoint before, long sequence, long callsUsed, CancellationToken cancellationToken)
    {
        var records = new List<IncomingLink>();
        var failed = new List<RecordResult>();
        var passed = await ReadBeforeAsync(batch, before.Steps[batch.Step], cancellationToken).ConfigureAwait(false);
        SalesforceId? last = null;
        foreach (var part in batch.Parts)
        {
            last = Take(part, passed, records, failed) is { } ofPart && !(last > ofPart) ? ofPart : last;
        }

        var after = before.Advance(batch, records.Count + failed.Count, last, callsUsed);
        var decision = await DecideAsync(records, batch.Asked, cancellationToken).ConfigureAwait(false);
        decision.Results.AddRange(failed);
        if (decision.Results.Count + decision.Puts.Count + decision.Drops.Count == 0)
        {
            return (after, false);
        }

        var checkpoint = after.Account(step.Object, decision.Results, decision.Amendments);
        await _sender.ApplyAsync(
            new ChangeSet
            {
                Run = scope.Run,
                Epoch = scope.Epoch,
                Sequence = sequence,
                Kind = scope.Schema.Kind,
                Org = scope.Org,
                Checkpoint = checkpoint.ToJson(),
                PutLinks = decision.Puts,
                DroppedLinks = decision.Drops,
                Logs = RecordLogs.Of(step.Object, decision.Results, decision.Amendments),
            },
            cancellationToken).ConfigureAwait(false);
        return (checkpoint, true);
    }

    private SalesforceId? Take(RecordBatch part, HashSet<SalesforceId> passed, List<IncomingLink> records, List<RecordResult> failed)
    {
        SalesforceId? last = null;
        var problems = part.Problems.ToLookup(problem => problem.Row);
        for (int row = 0; row < part.Count; row++)
        {
            var id = part.IdAt(row);
            last = last > id ? last : id;
            if (!passed.Add(id))
            {
                continue;
            }

            if (problems.Contains(row))
            {
                failed.Add(new(id, RecordOutcome.Failed, RecordReason.ValueMismatch, string.Join(' ', problems[row].Select(problem => problem.Message))));
            }
            else
            {
                records.Add(_mapper.Map(part, row));
            }
        }

        return last;
    }

    private async Task<LinkDecision> DecideAsync(List<IncomingLink> records, IReadOnlyList<SalesforceId> asked, CancellationToken cancellationToken)
    {
        var kind = step.Links!.Value;
        var people = records.Select(record => record.Link?.Key.To).OfType<SalesforceId>().Concat(asked).ToHashSet();
        if (people.Count == 0)
        {
            return _decider.Decide(records, [], asked, new Dictionary<SalesforceId, RecordResult>());
        }

        var keys = records.Select(record => record.Link?.Key).OfType<LinkKey>().ToHashSet();
        var whole = asked.ToHashSet();
        var known = await store.FindLinksAsync(scope.Org, kind, LinkEnd.To, people, cancellationToken).ConfigureAwait(false);
        known = [.. known.Where(link => keys.Contains(link.Key) || whole.Contains(link.Key.To))];
        return asked.Count > 0
            ? _decider.Decide(records, known, asked, new Dictionary<SalesforceId, RecordResult>())
            : _decider.Decide(
                await WithoutErasedAsync(records, people, cancellationToken).ConfigureAwait(false),
                known,
                asked,
                await _read.OutcomesAsync(step.Object, [.. known.Select(link => link.Record).OfType<SalesforceId>()], cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Nobody who was erased is linked again.</summary>
    private async Task<List<IncomingLink>> WithoutErasedAsync(List<IncomingLink> records, HashSet<SalesforceId> people, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(
            new FindRequest { Kind = RecordKind.Contact, Org = scope.Org, Run = scope.Run, Sources = people }, cancellationToken).ConfigureAwait(false);
        return found.ErasedSources.Count == 0
            ? records
            : [.. records.Select(record => record.Link is { } link && found.ErasedSources.Contains(link.Key.To) ? new(record.Id, null, RecordReason.Erased) : record)];
    }

    private async Task<HashSet<SalesforceId>> ReadBeforeAsync(StepBatch batch, StepCheckpoint position, CancellationToken cancellationToken)
    {
        // By whole ids nothing is read twice: their records and the position are committed together.
        if (batch.Asked.Count > 0 || (batch.IsOrdered && position.IsOrdered))
        {
            return [];
        }

        var ids = batch.Parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(part.IdAt)).ToHashSet();
        return await _read.AmongAsync(step.Object, ids, cancellationToken).ConfigureAwait(false);
    }
}
