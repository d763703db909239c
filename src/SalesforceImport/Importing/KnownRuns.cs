using SalesforceImport.Importing.Undoing;
using SalesforceImport.Mapping;
using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The newest runs of a store, and what they tell of it: which kinds of rows it has, and from which orgs.</summary>
internal sealed class KnownRuns
{
    private readonly ContactStore _store;

    private KnownRuns(ContactStore store, IReadOnlyList<StoredRun> runs)
    {
        _store = store;
        Runs = runs;
        Plans = [.. runs.Select(run => ImportPlan.FromJson(run.Plan))];
        Kinds = [.. Plans.SelectMany(plan => plan.Kinds).DistinctBy(kind => kind.Kind).OrderBy(kind => kind.Kind)];
    }

    /// <summary>The imports among them, newest first.</summary>
    public IReadOnlyList<StoredRun> Runs { get; }

    /// <summary>Their plans.</summary>
    public IReadOnlyList<ImportPlan> Plans { get; }

    private IReadOnlyList<PlannedKind> Kinds { get; }

    /// <summary>Reads them, and makes the store ready to be asked about their kinds.</summary>
    public static async Task<KnownRuns> ReadAsync(ContactStore store, int most, CancellationToken cancellationToken)
    {
        var runs = await store.ListRunsAsync(most, cancellationToken).ConfigureAwait(false);
        var known = new KnownRuns(store, [.. runs.Where(run => !UndoPlan.IsOf(run))]);
        await store.PrepareAsync([.. known.Kinds.Select(kind => new KindSchema(kind.Kind, kind.Properties).Store)], cancellationToken).ConfigureAwait(false);
        return known;
    }

    /// <summary>What the store holds of a record. It belongs to rows of one kind only; which one, its id does not tell for certain.</summary>
    public async Task<(RecordKind Kind, FindResult Found)> FindAsync(SalesforceId org, SalesforceId record, CancellationToken cancellationToken)
    {
        (RecordKind Kind, FindResult Found) last = default;
        foreach (var kind in Kinds)
        {
            var request = new FindRequest { Kind = kind.Kind, Org = org, Run = Runs[0].Run, Sources = [record] };
            last = (kind.Kind, await _store.FindAsync(request, cancellationToken).ConfigureAwait(false));
            if (last.Found.Rows.Count + last.Found.Orphans.Count + last.Found.ErasedSources.Count > 0)
            {
                break;
            }
        }

        return last;
    }
}
