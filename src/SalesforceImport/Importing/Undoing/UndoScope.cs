using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>What holds for every batch of one attempt of an undo.</summary>
internal sealed record UndoScope(ContactStore Store, OpenedRun Opened, UndoPlan Plan, RunChains Chains)
{
    /// <summary>How many rows or links are taken at a time.</summary>
    public int PageSize { get; init; } = 1_000;

    public string Run => Opened.Run.Run;

    public SalesforceId Org => Opened.Run.Org;

    /// <summary>
    /// Whether a run's work stands, so that it must not be taken back with that of another. The import at hand does not
    /// count: it is what is being taken back or, in a redo, what was.
    /// </summary>
    public async Task<bool> StandsAsync(string run, CancellationToken cancellationToken) =>
        run != Plan.Import && await Chains.StandsAsync(run, cancellationToken).ConfigureAwait(false);

    /// <summary>Whether the run that created a row has been undone, so that the row has no reason to be there.</summary>
    public async Task<bool> IsUndoneAsync(string? creator, CancellationToken cancellationToken) =>
        creator is not null && creator != Plan.Import && await Chains.IsUndoneAsync(creator, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<StoredRow>> FindAsync(RecordKind kind, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = await Store.FindAsync(
            new FindRequest { Kind = kind, Org = Org, Run = Run, Ids = ids, WithRuns = true }, cancellationToken).ConfigureAwait(false);
        return found.Rows;
    }
}
