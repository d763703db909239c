using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Which links have been changed since by runs whose work stands.</summary>
internal sealed class LaterLinks(UndoScope scope)
{
    private const int PageSize = 1_000;

    private List<string>? _runs;

    /// <param name="after">The last link of the page before.</param>
    /// <param name="page">Links in the order of their keys.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<IReadOnlySet<LinkKey>> AmongAsync(LinkKey? after, IReadOnlyList<LinkChange> page, CancellationToken cancellationToken)
    {
        var keys = page.Select(link => link.Key).ToHashSet();
        var changed = new HashSet<LinkKey>();
        foreach (string run in _runs ??= await StandingAsync(cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<LinkChange> theirs;
            LinkKey? last = after;
            do
            {
                theirs = await scope.Store.ReadLinkHistoryAsync(run, last, PageSize, cancellationToken).ConfigureAwait(false);
                changed.UnionWith(theirs.Select(link => link.Key).Where(keys.Contains));
                last = theirs.Count > 0 ? theirs[^1].Key : last;
            }
            while (theirs.Count == PageSize && last < page[^1].Key);
        }

        return changed;
    }

    private async Task<List<string>> StandingAsync(CancellationToken cancellationToken)
    {
        var standing = new List<string>();
        foreach (var run in await NewerAsync(cancellationToken).ConfigureAwait(false))
        {
            if (run.Org == scope.Org && await scope.StandsAsync(run.Run, cancellationToken).ConfigureAwait(false))
            {
                standing.Add(run.Run);
            }
        }

        return standing;
    }

    /// <summary>The runs that began after the one that is undone. It is rarely far back, so few are looked at first.</summary>
    private async Task<IEnumerable<StoredRun>> NewerAsync(CancellationToken cancellationToken)
    {
        for (int take = 16; ; take *= 4)
        {
            var runs = await scope.Store.ListRunsAsync(take, cancellationToken).ConfigureAwait(false);
            if (runs.Count < take || runs.Any(run => run.Run == scope.Plan.Undoes))
            {
                return runs.TakeWhile(run => run.Run != scope.Plan.Undoes);
            }
        }
    }
}
