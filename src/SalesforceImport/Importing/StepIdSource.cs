using SalesforceImport.Mapping;
using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// The ids that a step goes by, in their order, from the host's store. Takes them from the store in large pages: a page may
/// cost the store a pass over its table. One instance serves one step. Not thread-safe.
/// </summary>
internal sealed class StepIdSource(ContactStore store, SalesforceId org)
{
    private const string TaskPrefix = "00T";
    private const int IdsAtOnce = 50_000;

    private IReadOnlyList<SalesforceId> _page = [];
    private int _next;

    /// <summary>The ids behind one, as many as asked for; fewer only at the end.</summary>
    public async Task<IReadOnlyList<SalesforceId>> NextAsync(IdsOf of, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        var ids = new List<SalesforceId>(take);
        if (_next > 0 && _page[_next - 1] != after)
        {
            // Fewer were used than were taken: those behind come again.
            (_page, _next) = ([], 0);
        }

        while (ids.Count < take)
        {
            if (_next == _page.Count)
            {
                _page = await PageAsync(of, ids.Count > 0 ? ids[^1] : after, cancellationToken).ConfigureAwait(false);
                _next = 0;
                if (_page.Count == 0)
                {
                    break;
                }
            }

            int taken = Math.Min(take - ids.Count, _page.Count - _next);
            ids.AddRange(_page.Skip(_next).Take(taken));
            _next += taken;
        }

        return ids;
    }

    public async Task<HashSet<SalesforceId>> AllAsync(IdsOf of, CancellationToken cancellationToken)
    {
        var all = new HashSet<SalesforceId>();
        SalesforceId after = default;
        while (await PageAsync(of, after, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            all.UnionWith(page);
            after = page[^1];
        }

        return all;
    }

    private async Task<IReadOnlyList<SalesforceId>> PageAsync(IdsOf of, SalesforceId after, CancellationToken cancellationToken)
    {
        switch (of)
        {
            case IdsOf.Contacts:
                return await store.ListSyncedIdsAsync(org, "Contact", after, IdsAtOnce, cancellationToken).ConfigureAwait(false);

            case IdsOf.ContactsAndLeads:
                // The ids of contacts come before those of leads.
                var contacts = await store.ListSyncedIdsAsync(org, "Contact", after, IdsAtOnce, cancellationToken).ConfigureAwait(false);
                return contacts.Count > 0 ? contacts : await store.ListSyncedIdsAsync(org, "Lead", after, IdsAtOnce, cancellationToken).ConfigureAwait(false);

            case IdsOf.AccountsOfContacts:
                return await store.ListReferencesAsync(org, RecordKind.Contact, DefaultFields.AccountReference, after, IdsAtOnce, cancellationToken).ConfigureAwait(false);

            case IdsOf.LinkedOpportunities:
                return await store.ListLinkedIdsAsync(org, LinkKind.OpportunityContact, LinkEnd.From, after, IdsAtOnce, cancellationToken).ConfigureAwait(false);

            default:
                // The ids of events, which are linked to people as well, come behind those of tasks.
                var activities = await store.ListLinkedIdsAsync(org, LinkKind.TaskContact, LinkEnd.From, after, IdsAtOnce, cancellationToken).ConfigureAwait(false);
                return [.. activities.TakeWhile(id => id.ToString().StartsWith(TaskPrefix, StringComparison.Ordinal))];
        }
    }
}
