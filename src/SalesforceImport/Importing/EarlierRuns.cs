using SalesforceImport.Importing.Undoing;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The earlier runs of the same selector on the same org, as far as the store remembers them.</summary>
internal sealed class EarlierRuns(ContactStore store, string run, ImportPlan plan)
{
    private const int RunsLookedAt = 1000;

    private List<string>? _runs;

    /// <summary>Those of the ids that one of the runs has read.</summary>
    public async Task<HashSet<SalesforceId>> BroughtAsync(string sObject, HashSet<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var left = ids.ToHashSet();
        var brought = new HashSet<SalesforceId>();
        _runs ??= await OfSameSelectorAsync(cancellationToken).ConfigureAwait(false);
        foreach (string earlier in _runs)
        {
            if (left.Count == 0)
            {
                break;
            }

            var read = await new ReadRecords(store, earlier).AmongAsync(sObject, left, cancellationToken).ConfigureAwait(false);
            brought.UnionWith(read);
            left.ExceptWith(read);
        }

        return brought;
    }

    /// <summary>
    /// The newest completed run of a selector on an org that the store still holds all of; null where it remembers none. An
    /// undo takes rows back that newer imports had found in order, so nothing that came after the undone one will do.
    /// </summary>
    public static async Task<(string Run, ImportPlan Plan)?> FindNewestAsync(
        ContactStore store, SalesforceId org, Selectors.RecordSelector selector, CancellationToken cancellationToken)
    {
        var settled = new HashSet<string>();
        var undone = new HashSet<string>();
        foreach (var earlier in await store.ListRunsAsync(RunsLookedAt, cancellationToken).ConfigureAwait(false))
        {
            if (UndoPlan.Of(earlier) is { } undo)
            {
                if (settled.Add(undo.Import) && !(undo.IsRedo && earlier.State == RunState.Completed))
                {
                    undone.Add(undo.Import);
                }
            }
            else if (!undone.Remove(earlier.Run) && undone.Count == 0
                && earlier.State == RunState.Completed && earlier.Org == org && ImportPlan.FromJson(earlier.Plan) is var made && made.Selector == selector)
            {
                return (earlier.Run, made);
            }
        }

        return null;
    }

    /// <summary>What an undone run had brought is gone, or somebody else's by now.</summary>
    private async Task<List<string>> OfSameSelectorAsync(CancellationToken cancellationToken)
    {
        var runs = new List<string>();
        var chains = new RunChains(store);
        foreach (var earlier in (await store.ListRunsAsync(RunsLookedAt, cancellationToken).ConfigureAwait(false)).Where(IsOfSameSelector))
        {
            if (await chains.StandsAsync(earlier.Run, cancellationToken).ConfigureAwait(false))
            {
                runs.Add(earlier.Run);
            }
        }

        return runs;
    }

    private bool IsOfSameSelector(StoredRun earlier) =>
        earlier.Run != run && earlier.Org == plan.OrgId && !UndoPlan.IsOf(earlier) && ImportPlan.FromJson(earlier.Plan).Selector == plan.Selector;
}
