using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>
/// The properties that an undo goes by: those of the run and of the runs since, which may have mapped more. Whatever any of
/// them took for an opt-out is never loosened.
/// </summary>
internal sealed class UndoKinds(ContactStore store)
{
    private const int RunsLookedAt = 50;

    public async Task<IReadOnlyList<PlannedKind>> OfAsync(StoredRun import, ImportPlan plan, CancellationToken cancellationToken)
    {
        var runs = await store.ListRunsAsync(RunsLookedAt, cancellationToken).ConfigureAwait(false);
        var newer = runs
            .TakeWhile(run => run.Run != import.Run)
            .Where(run => !UndoPlan.IsOf(run))
            .SelectMany(run => ImportPlan.FromJson(run.Plan).Kinds)
            .ToList();
        return [.. plan.Kinds.Where(kind => import.Kinds.Contains(kind.Kind)).Select(kind => Merge(kind, newer.Where(other => other.Kind == kind.Kind)))];
    }

    private static PlannedKind Merge(PlannedKind kind, IEnumerable<PlannedKind> others) => new(
        kind.Kind,
        [
            .. kind.Properties.Concat(others.SelectMany(other => other.Properties))
                .GroupBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
                .Select(properties => properties.First() with { IsOptOut = properties.Any(property => property.IsOptOut) }),
        ]);
}
