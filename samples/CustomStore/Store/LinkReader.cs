using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Reads links, a page at a time.</summary>
internal sealed class LinkReader(CrmContext context)
{
    public async Task<IReadOnlyList<StoredLink>> FindAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken)
    {
        string[] asked = [.. ids.Select(id => id.ToString())];
        return Read(await Of(org, kind)
            .Where(link => asked.Contains(end == LinkEnd.From ? link.From : link.To))
            .OrderBy(link => link.From).ThenBy(link => link.To).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<SalesforceId>> ListIdsAsync(
        SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        string behind = after.IsEmpty ? string.Empty : after.ToString();
        var ids = await Of(org, kind)
            .Select(link => end == LinkEnd.From ? link.From : link.To)
            .Where(id => string.Compare(id, behind) > 0).Distinct().OrderBy(id => id).Take(take).ToListAsync(cancellationToken);
        return [.. ids.Select(SalesforceId.Parse)];
    }

    /// <summary>Links whose contact feeds no row, or whose opportunity or task does not. A campaign never does.</summary>
    public async Task<IReadOnlyList<StoredLink>> ListPendingAsync(SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken)
    {
        string ofOrg = org.ToString();
        (string from, string to) = after is { } key ? (key.From.ToString(), key.To.ToString()) : (string.Empty, string.Empty);
        var people = context.SourcesWithRow(RecordKind.Contact, ofOrg);
        var others = context.SourcesWithRow(kind == LinkKind.OpportunityContact ? RecordKind.Opportunity : RecordKind.Task, ofOrg);
        return Read(await Of(org, kind)
            .Where(link => string.Compare(link.From, from) > 0 || (link.From == from && string.Compare(link.To, to) > 0))
            .Where(link => !people.Any(person => person.Id == link.To) || (kind != LinkKind.CampaignMember && !others.Any(other => other.Id == link.From)))
            .OrderBy(link => link.From).ThenBy(link => link.To).Take(take).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<LinkChange>> ReadHistoryAsync(string run, LinkKey? after, int take, CancellationToken cancellationToken)
    {
        var changes =
            from history in context.ImportLinkHistory.AsNoTracking()
            where history.Run == run
            from link in context.ImportLinks.AsNoTracking()
                .Where(link => link.Org == history.Org && link.Kind == history.Kind && link.From == history.From && link.To == history.To).DefaultIfEmpty()
            select new { history, link };
        var told =
            from change in await changes.ToListAsync(cancellationToken)
            let whole = new LinkChange(change.history.Key, change.history.ReadBefore(), change.link?.Read())
            where whole.Before != whole.Now && (after is not { } last || whole.Key > last)
            orderby whole.Key
            select whole;
        return [.. told.Take(take)];
    }

    private static List<StoredLink> Read(IEnumerable<ImportLink> links) => [.. links.Select(link => link.Read())];

    private IQueryable<ImportLink> Of(SalesforceId org, LinkKind kind)
    {
        string ofOrg = org.ToString();
        return context.ImportLinks.AsNoTracking().Where(link => link.Org == ofOrg && link.Kind == kind);
    }
}
