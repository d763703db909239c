using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The links of records that are gone: they go along.</summary>
internal static class LinksOfGone
{
    public static async Task<IReadOnlyList<LinkKey>> FindAsync(
        ContactStore store, SalesforceId org, RecordKind kind, IReadOnlyCollection<SalesforceId> gone, CancellationToken cancellationToken)
    {
        var keys = new List<LinkKey>();
        foreach (var (links, end) in gone.Count == 0 ? [] : EndsOf(kind))
        {
            keys.AddRange((await store.FindLinksAsync(org, links, end, gone, cancellationToken).ConfigureAwait(false)).Select(link => link.Key));
        }

        return keys;
    }

    private static IReadOnlyList<(LinkKind Links, LinkEnd End)> EndsOf(RecordKind kind) => kind switch
    {
        RecordKind.Contact => [(LinkKind.CampaignMember, LinkEnd.To), (LinkKind.OpportunityContact, LinkEnd.To), (LinkKind.TaskContact, LinkEnd.To)],
        RecordKind.Opportunity => [(LinkKind.OpportunityContact, LinkEnd.From)],
        RecordKind.Task => [(LinkKind.TaskContact, LinkEnd.From)],
        _ => [],
    };
}
