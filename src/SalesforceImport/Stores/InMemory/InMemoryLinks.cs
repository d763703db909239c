using System.Runtime.InteropServices;

namespace SalesforceImport.Stores;

/// <summary>The links of a database, with the ways to find them and what runs did to them.</summary>
internal sealed class InMemoryLinks
{
    private readonly Dictionary<SalesforceId, SortedDictionary<LinkKey, StoredLink>> _links = [];
    private readonly Dictionary<string, SortedDictionary<LinkKey, StoredLink?>> _history = [];

    public IEnumerable<StoredLink> Of(SalesforceId org, LinkKind kind) =>
        _links.TryGetValue(org, out var links) ? links.Values.Where(link => link.Key.Kind == kind) : [];

    public IEnumerable<StoredLink> With(SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids)
    {
        var asked = ids.ToHashSet();
        return Of(org, kind).Where(link => asked.Contains(link.Key.At(end)));
    }

    public void Apply(ChangeSet set)
    {
        var links = CollectionsMarshal.GetValueRefOrAddDefault(_links, set.Org, out _) ??= [];
        foreach (var key in set.DroppedLinks)
        {
            if (links.Remove(key, out var dropped))
            {
                Remember(set.Run, key, dropped);
            }
        }

        foreach (var link in set.PutLinks)
        {
            Remember(set.Run, link.Key, links.GetValueOrDefault(link.Key));
            links[link.Key] = link;
        }
    }

    public IEnumerable<LinkChange> HistoryAfter(SalesforceId org, string run, LinkKey? after)
    {
        var links = _links.GetValueOrDefault(org) ?? [];
        return (_history.GetValueOrDefault(run) ?? [])
            .Where(entry => after is not { } last || entry.Key > last)
            .Select(entry => new LinkChange(entry.Key, entry.Value, links.GetValueOrDefault(entry.Key)))
            .Where(change => change.Before != change.Now);
    }

    public void Forget(IEnumerable<SourceKey> sources)
    {
        foreach (var ofOrg in sources.GroupBy(source => source.Org, source => source.Id))
        {
            var ids = ofOrg.ToHashSet();
            bool IsOne(LinkKey key) => ids.Contains(key.From) || ids.Contains(key.To);
            RemoveAll(_links.GetValueOrDefault(ofOrg.Key), IsOne);
            foreach (var history in _history.Values)
            {
                RemoveAll(history, IsOne);
            }
        }
    }

    /// <summary>Keeps what there was before the run did anything to the link.</summary>
    private void Remember(string run, LinkKey key, StoredLink? before) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(_history, run, out _) ??= []).TryAdd(key, before);

    private static void RemoveAll<T>(SortedDictionary<LinkKey, T>? entries, Func<LinkKey, bool> which)
    {
        foreach (var key in (entries?.Keys ?? Enumerable.Empty<LinkKey>()).Where(which).ToList())
        {
            entries!.Remove(key);
        }
    }
}
