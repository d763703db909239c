using System.Threading.Channels;
using SalesforceImport.Budgeting;
using SalesforceImport.Mapping;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Carries one attempt of a run from its checkpoint to its end: reading ahead while the store is being written.</summary>
internal sealed class RunExecutor(SalesforceOrg org, ContactStore store, CallMeter meter, TimeProvider time)
{
    // What is read while a change set is being written becomes the next one. So a slow org's records are committed page by
    // page, and a fast one's in sets large enough that a commit is shared by thousands.
    private const int BatchesReadAhead = 4;

    /// <summary>The run's checkpoint as last committed.</summary>
    public required RunCheckpoint Checkpoint { get; set; }

    /// <summary>API calls that earlier attempts took.</summary>
    public required long CallsBefore { get; init; }

    public long CallsUsed => CallsBefore + meter.Used;

    public async Task ExecuteAsync(ImportPlan plan, OpenedRun opened, Action<string> committed, CancellationToken cancellationToken)
    {
        long sequence = opened.Run.Sequence;
        var known = KnownKeysOf(plan, opened);
        for (int index = 0; index < plan.Steps.Count; index++)
        {
            var step = plan.Steps[index];
            var schema = new KindSchema(step.Kind, plan.Kinds.Single(kind => kind.Kind == step.Kind).Properties);
            var scope = new BatchScope(opened.Run.Run, opened.Epoch, plan.OrgId, schema, plan.Matching) { ListAll = step.ListAll };
            IStepImporter importer = step switch
            {
                { Gone: not null, Links: not null } => new StaleLinkImporter(store, scope, step, plan),
                { Gone: not null } => new GoneImporter(store, scope, step, plan),
                { Links: not null } => new LinkImporter(store, scope, step),
                _ => new BatchImporter(store, scope, new RecordMapper(step, schema, plan.Matching, plan.OrgId), known.GetValueOrDefault(step.Kind)),
            };
            for (bool readTwice = false; !Checkpoint.Steps[index].IsDone; readTwice = true)
            {
                sequence = await ReadStepAsync(plan, index, importer, sequence, committed, cancellationToken).ConfigureAwait(false);
                await DiscardJobAsync(index, cancellationToken).ConfigureAwait(false);
                if (!Checkpoint.Steps[index].IsDone)
                {
                    ReadFromTheStart(index, readTwice);
                }
            }

            // An earlier attempt may have ended between its last batch and this.
            await DiscardJobAsync(index, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<long> ReadStepAsync(
        ImportPlan plan, int index, IStepImporter importer, long sequence, Action<string> committed, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<StepBatch>(new BoundedChannelOptions(BatchesReadAhead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAheadAsync(plan, index, ahead.Writer, stop.Token);
        try
        {
            await foreach (var first in ahead.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var batch = first.Join(TakeRead(first, ahead.Reader));
                (Checkpoint, bool applied) = await importer.ImportAsync(batch, Checkpoint, sequence + 1, CallsUsed, cancellationToken).ConfigureAwait(false);
                if (applied)
                {
                    sequence++;
                    committed(plan.Steps[index].Object);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return sequence;
    }

    /// <summary>What was read meanwhile; but a batch with which the step is begun anew stands alone.</summary>
    private static List<StepBatch> TakeRead(StepBatch first, ChannelReader<StepBatch> ahead)
    {
        var taken = new List<StepBatch>();
        while (first.Turn is null && taken.Count < BatchesReadAhead && ahead.TryPeek(out var next) && next.Turn is null && ahead.TryRead(out next))
        {
            taken.Add(next);
        }

        return taken;
    }

    /// <summary>A job is deleted once its rows are committed, and not before.</summary>
    private async Task DiscardJobAsync(int index, CancellationToken cancellationToken)
    {
        if (Checkpoint.Steps[index].Bulk is { } job)
        {
            await org.Bulk.DiscardAsync(job, mayRun: false, meter, cancellationToken).ConfigureAwait(false);
            Put(index, Checkpoint.Steps[index] with { Bulk = null });
        }
    }

    private async Task ReadAheadAsync(ImportPlan plan, int index, ChannelWriter<StepBatch> ahead, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new StepReader(org, new StepIdSource(store, plan.OrgId), new GoneStepReader(org, store, plan, meter), meter, time, plan.Prefer);
            await foreach (var batch in reader.ReadAsync(index, plan.Steps[index], Checkpoint.Steps[index], cancellationToken).ConfigureAwait(false))
            {
                await ahead.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }

            ahead.Complete();
        }
        catch (Exception exception)
        {
            // What was read before it failed is imported first; then the reader of the channel meets the exception.
            ahead.Complete(exception);
        }
    }

    /// <summary>Fewer records came than the org said there are: the step is read once more, passing over what is there.</summary>
    private void ReadFromTheStart(int index, bool readTwice)
    {
        var step = Checkpoint.Steps[index];
        if (readTwice)
        {
            throw new SalesforceImportException(
                $"The org says this selection of {step.Object} has {step.Returned:N0} records, but returned {step.Records:N0}, twice over. What came is kept; resume the run once the org answers in full.");
        }

        Put(index, step with { IsOrdered = false });
    }

    private void Put(int index, StepCheckpoint step)
    {
        var steps = Checkpoint.Steps.ToArray();
        steps[index] = step;
        Checkpoint = Checkpoint with { Steps = steps };
    }

    /// <summary>For kinds the store held nothing of: what this run puts is all there is. A resumed run cannot know what it put before.</summary>
    private static Dictionary<RecordKind, KnownKeys> KnownKeysOf(ImportPlan plan, OpenedRun opened) =>
        opened.EmptyKinds.ToDictionary(
            kind => kind,
            kind => new KnownKeys(plan.Steps.Where(step => step.Kind == kind && step.Links is null && step.Gone is null).Sum(step => step.Count)));
}
