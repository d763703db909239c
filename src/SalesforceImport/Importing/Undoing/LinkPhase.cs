using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Drops the links that the run made, and puts back those that it changed or dropped.</summary>
internal sealed class LinkPhase(UndoScope scope) : IUndoPhase
{
    private readonly LaterLinks _later = new(scope);
    private IReadOnlyList<LinkChange> _links = [];
    private IReadOnlySet<LinkKey> _changedSince = new HashSet<LinkKey>();

    public async Task<UndoPosition?> ReadAsync(UndoPosition position, CancellationToken cancellationToken)
    {
        // A link that this undo has put back is no longer in the history it goes by, so no page is read twice.
        _links = await scope.Store.ReadLinkHistoryAsync(scope.Plan.Undoes, position.AfterLink, scope.PageSize, cancellationToken).ConfigureAwait(false);
        if (_links.Count == 0)
        {
            return null;
        }

        _changedSince = await _later.AmongAsync(position.AfterLink, _links, cancellationToken).ConfigureAwait(false);
        return position with { AfterLink = _links[^1].Key };
    }

    public Task<UndoDecision> DecideAsync(IReadOnlyDictionary<long, UndoLeftReason> spared, CancellationToken cancellationToken)
    {
        var decision = new UndoDecision();
        foreach (var link in _links)
        {
            if (_changedSince.Contains(link.Key))
            {
                decision.Left.Add(new() { Kind = KindOf(link.Key.Kind), Link = link.Key.Kind, Record = link.Key.From, Reason = UndoLeftReason.ChangedByNewerRun });
            }
            else if (link.Before is { } before)
            {
                decision.PutLinks.Add(before);
            }
            else
            {
                decision.DroppedLinks.Add(link.Key);
            }
        }

        return Task.FromResult(decision);
    }

    private static RecordKind KindOf(LinkKind link) => link switch
    {
        LinkKind.OpportunityContact => RecordKind.Opportunity,
        LinkKind.TaskContact => RecordKind.Task,
        _ => RecordKind.Contact,
    };
}
