using System.Text.Json;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Begins undos and redos, or refuses them with the reason.</summary>
internal sealed class RunUndoer(ImporterServices services)
{
    public async Task<ImportReport> UndoAsync(string run, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var known = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        if (UndoPlan.Of(known) is { } plan)
        {
            throw new UndoRefusedException(run, plan.IsRedo
                ? $"Run '{run}' redid run '{plan.Import}': undo run '{plan.Import}' instead."
                : $"Run '{run}' is itself the undo of run '{plan.Import}': redo run '{plan.Import}' instead.");
        }

        var chain = await ReadChainAsync(run, cancellationToken).ConfigureAwait(false);
        return chain switch
        {
            { IsUndone: true, Last: { } undo } => throw new UndoRefusedException(run, $"Run '{run}' was undone already, by run '{undo.Run}'."),
            { IsUnderWay: true, IsRedo: true, Last: { } redo } => throw new UndoRefusedException(
                run, $"Run '{run}' is being redone by run '{redo.Run}', which was not finished. Resume that one first."),
            { IsUnderWay: true, Last: { } begun } => await ResumeAsync(begun, progress, cancellationToken).ConfigureAwait(false),
            _ => await BeginAsync(chain.NextUndo, known, known, isRedo: false, progress, cancellationToken).ConfigureAwait(false),
        };
    }

    public async Task<ImportReport> RedoAsync(string run, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var known = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        var import = UndoPlan.Of(known) is { } plan ? await FindAsync(plan.Import, cancellationToken).ConfigureAwait(false) : known;
        var chain = await ReadChainAsync(import.Run, cancellationToken).ConfigureAwait(false);
        return chain switch
        {
            { IsUndone: true, Last: { } undo } => await BeginAsync(chain.NextRedo, import, undo, isRedo: true, progress, cancellationToken).ConfigureAwait(false),
            { IsUnderWay: true, IsRedo: false, Last: { } undo } => throw new UndoRefusedException(
                run, $"Run '{import.Run}' is being undone by run '{undo.Run}', which was not finished. Resume that one first."),
            { IsUnderWay: true, Last: { } begun } => await ResumeAsync(begun, progress, cancellationToken).ConfigureAwait(false),
            _ => throw new UndoRefusedException(run, $"Run '{import.Run}' is not undone, so there is nothing to redo."),
        };
    }

    /// <summary>Goes on with an undo or a redo; a completed one gives its report.</summary>
    public async Task<ImportReport> ResumeAsync(StoredRun run, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = UndoPlan.Of(run)!;
        if (run.State == RunState.Completed)
        {
            return UndoReports.Build(plan, run, UndoCheckpoint.Of(run), services.Store.Description);
        }

        var opening = new RunOpening { Run = run.Run, Kinds = run.Kinds, Holder = Holder.Current, At = services.Time.GetUtcNow() };
        return await CarryOutAsync(plan, opening, progress, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<UndoLeft>> ReadLeftAsync(string run, CancellationToken cancellationToken)
    {
        await FindAsync(run, cancellationToken).ConfigureAwait(false);
        var logs = await services.Store.ReadLogAsync(run, UndoExecutor.LogName, ids: null, cancellationToken).ConfigureAwait(false);
        return [.. logs.OrderBy(log => log.Sequence).SelectMany(log => JsonSerializer.Deserialize(log.Log.Data.Span, ImportJsonContext.Default.ListUndoLeft) ?? [])];
    }

    /// <summary>Refuses to go on with an import that was undone: what it would add to is gone.</summary>
    /// <exception cref="UndoRefusedException">It was undone, or is being undone or redone.</exception>
    public async Task CheckMayResumeAsync(string import, CancellationToken cancellationToken)
    {
        var chain = await ReadChainAsync(import, cancellationToken).ConfigureAwait(false);
        if (chain.Last is { } last && (chain.IsUndone || chain.IsUnderWay))
        {
            throw new UndoRefusedException(import, chain.IsUndone
                ? $"Run '{import}' was undone by run '{last.Run}' and cannot go on. Redo it first, or import anew."
                : $"Run '{import}' is being {(chain.IsRedo ? "redone" : "undone")} by run '{last.Run}', which was not finished. Resume that one first.");
        }
    }

    private async Task<ImportReport> BeginAsync(
        string id, StoredRun import, StoredRun undoes, bool isRedo, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var imported = ImportPlan.FromJson(import.Plan);
        var kinds = await new UndoKinds(services.Store).OfAsync(import, imported, cancellationToken).ConfigureAwait(false);
        var plan = new UndoPlan(undoes.Run, import.Run, isRedo, imported.Selector.ToString(), kinds);
        var opening = new RunOpening
        {
            Run = id,
            Kinds = import.Kinds,
            Holder = Holder.Current,
            At = services.Time.GetUtcNow(),
            New = new NewRun(import.Org, plan.ToJson(), plan.Title),
        };
        return await CarryOutAsync(plan, opening, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportReport> CarryOutAsync(
        UndoPlan plan, RunOpening opening, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await services.Store.PrepareAsync(StoreSchemas.Of(plan.Kinds), cancellationToken).ConfigureAwait(false);
        var opened = await services.Store.OpenRunAsync(opening, cancellationToken).ConfigureAwait(false);
        return await new UndoAttempt(services, plan).ExecuteAsync(opened, progress, cancellationToken).ConfigureAwait(false);
    }

    private Task<RunChain> ReadChainAsync(string import, CancellationToken cancellationToken) =>
        new RunChains(services.Store).ReadAsync(import, cancellationToken);

    private async Task<StoredRun> FindAsync(string run, CancellationToken cancellationToken) =>
        await services.Store.FindRunAsync(run, cancellationToken).ConfigureAwait(false) ?? throw new UnknownRunException(run);
}
