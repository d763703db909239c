using SalesforceImport.Matching;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Keeps the links of activities to their own person (<c>WhoId</c>) in step with the activities.</summary>
internal sealed class ActivityLinks(ContactStore store, SalesforceId org)
{
    /// <summary>The links to put and to drop for some activities.</summary>
    public async Task<(IReadOnlyList<StoredLink> Puts, IReadOnlyList<LinkKey> Drops)> DecideAsync(
        List<IncomingRecord> activities, CancellationToken cancellationToken)
    {
        var puts = new List<StoredLink>();
        var drops = new List<LinkKey>();
        var known = (await store.FindLinksAsync(org, LinkKind.TaskContact, LinkEnd.From, [.. activities.Select(activity => activity.Key.Id)], cancellationToken)
            .ConfigureAwait(false)).ToLookup(link => link.Key.From);
        foreach (var activity in activities)
        {
            var links = known[activity.Key.Id];
            foreach (var other in links.Where(link => link.IsPrimary && link.Key.To != activity.Who))
            {
                // What a task relation says as well stays, as one of several.
                if (other.Record is null)
                {
                    drops.Add(other.Key);
                }
                else
                {
                    puts.Add(other with { IsPrimary = false });
                }
            }

            if (activity.Who is { } who)
            {
                var key = new LinkKey(LinkKind.TaskContact, activity.Key.Id, who);
                var link = links.FirstOrDefault(link => link.Key == key);
                if (link is not { IsPrimary: true })
                {
                    puts.Add((link ?? new StoredLink { Key = key }) with { IsPrimary = true });
                }
            }
        }

        return (puts, drops);
    }
}
