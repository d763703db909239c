using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Opens and closes runs, in the caller's transaction. Of the leases of a run, all are taken or none.</summary>
internal sealed class RunDesk(CrmContext context, Heartbeat heartbeat, DateTimeOffset now)
{
    public async Task<OpenedRun> OpenAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var run = await context.FindRunAsync(opening.Run, cancellationToken);
        if (run is null && opening.New is null)
        {
            throw new UnknownRunException(opening.Run);
        }

        if (run?.State == RunState.Completed)
        {
            return new() { Run = run.Read(), Epoch = run.Epoch };
        }

        var leases = await CheckAsync(opening.Kinds, cancellationToken);
        long epoch = 1 + await context.ImportRuns.MaxAsync(other => (long?)other.Epoch, cancellationToken) ?? 1;
        run ??= context.ImportRuns.Add(New(opening, opening.New!)).Entity;
        (run.Epoch, run.Holder, run.State, run.ClosedAt) = (epoch, opening.Holder, RunState.Running, null);
        foreach (var kind in opening.Kinds)
        {
            var lease = leases.Find(lease => lease.Kind == kind) ?? context.ImportLeases.Add(new() { Kind = kind }).Entity;
            (lease.Run, lease.Epoch, lease.Holder, lease.HeldUntil) = (run.Run, epoch, opening.Holder, heartbeat.Until);
        }

        await context.SaveChangesAsync(cancellationToken);
        return new() { Run = run.Read(), Epoch = epoch, EmptyKinds = await ListEmptyAsync(opening.Kinds, cancellationToken) };
    }

    public async Task CloseAsync(RunClosing closing, CancellationToken cancellationToken)
    {
        var run = await context.FindRunAsync(closing.Run, cancellationToken) ?? throw new UnknownRunException(closing.Run);
        if (!await IsSupersededAsync(run, closing.Epoch, cancellationToken))
        {
            (run.State, run.Checkpoint, run.ClosedAt) = (closing.State, closing.Checkpoint ?? run.Checkpoint, closing.At);
        }

        foreach (var lease in await context.ImportLeases.Where(lease => lease.Epoch == closing.Epoch && lease.Run == run.Run).ToListAsync(cancellationToken))
        {
            lease.HeldUntil = now;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The leases of the kinds, free as they are.</summary>
    /// <exception cref="RunLeaseException">One of them is held.</exception>
    public async Task<List<ImportLease>> CheckAsync(IReadOnlyCollection<RecordKind> kinds, CancellationToken cancellationToken)
    {
        var leases = await context.ImportLeases.ToListAsync(cancellationToken);
        return leases.Find(lease => kinds.Contains(lease.Kind) && lease.HeldUntil > now) is { } held
            ? throw new RunLeaseException(held.Kind, $"run '{held.Run}' of {held.Holder}")
            : leases;
    }

    /// <summary>Whether another opening has taken the run, or one of its kinds, since.</summary>
    public async Task<bool> IsSupersededAsync(ImportRun run, long epoch, CancellationToken cancellationToken)
    {
        var leases = await context.ImportLeases.AsNoTracking().ToListAsync(cancellationToken);
        return epoch < run.Epoch || leases.Exists(lease => run.KindsWritten.Contains(lease.Kind) && epoch < lease.Epoch);
    }

    private static ImportRun New(RunOpening opening, NewRun start) => new()
    {
        Run = opening.Run,
        Org = start.Org.ToString(),
        Kinds = string.Join(',', opening.Kinds),
        Plan = start.Plan,
        ListName = start.ListName,
        Holder = opening.Holder,
        StartedAt = opening.At,
    };

    private async Task<List<RecordKind>> ListEmptyAsync(IEnumerable<RecordKind> kinds, CancellationToken cancellationToken)
    {
        var empty = new List<RecordKind>();
        foreach (var kind in kinds)
        {
            if (!await context.Rows(kind).AnyAsync(cancellationToken)
                && !await context.ImportSources.AnyAsync(source => source.Kind == kind, cancellationToken)
                && !await context.ImportErasures.AnyAsync(erasure => erasure.Kind == kind, cancellationToken))
            {
                empty.Add(kind);
            }
        }

        return empty;
    }
}
