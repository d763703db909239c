using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Bookkeeping;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>Puts and drops the links of a change set, keeping each as it was before the run.</summary>
internal sealed class LinkChanges(CrmContext context, ChangeSet set)
{
    private readonly string _org = set.Org.ToString();

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        LinkKey[] keys = [.. set.DroppedLinks, .. set.PutLinks.Select(link => link.Key)];
        if (keys.Length == 0)
        {
            return;
        }

        var put = set.PutLinks.Select(link => link.Key).ToHashSet();
        string[] from = [.. keys.Select(key => key.From.ToString()).Distinct()];
        var links = await context.ImportLinks.Where(link => link.Org == _org && from.Contains(link.From)).ToDictionaryAsync(link => link.Key, cancellationToken);
        var remembered = await context.ImportLinkHistory
            .Where(history => history.Run == set.Run && history.Org == _org && from.Contains(history.From))
            .ToDictionaryAsync(history => history.Key, cancellationToken);
        foreach (var key in keys.Distinct().Where(key => !remembered.ContainsKey(key) && (links.ContainsKey(key) || put.Contains(key))))
        {
            context.ImportLinkHistory.Add(ImportLinkHistory.Of(set.Run, _org, key, links.GetValueOrDefault(key)));
        }

        foreach (var key in set.DroppedLinks.Where(key => !put.Contains(key)))
        {
            if (links.Remove(key, out var dropped))
            {
                context.ImportLinks.Remove(dropped);
            }
        }

        foreach (var link in set.PutLinks)
        {
            if (!links.TryGetValue(link.Key, out var row))
            {
                row = new() { Org = _org, Kind = link.Key.Kind, From = link.Key.From.ToString(), To = link.Key.To.ToString() };
                links.Add(link.Key, context.ImportLinks.Add(row).Entity);
            }

            row.Set(link);
        }
    }
}
