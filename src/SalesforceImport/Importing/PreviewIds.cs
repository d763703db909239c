namespace SalesforceImport.Importing;

/// <summary>Lists of ids as they would be: the host's, less those that the scratch knows better, and the scratch's.</summary>
internal static class PreviewIds
{
    public static async Task<IReadOnlyList<SalesforceId>> MergeAsync(
        Func<SalesforceId, int, Task<IReadOnlyList<SalesforceId>>> host,
        Func<SalesforceId, int, Task<IReadOnlyList<SalesforceId>>> scratch,
        Func<IReadOnlyList<SalesforceId>, Task<IReadOnlyList<SalesforceId>>> untouched,
        SalesforceId after,
        int take)
    {
        var merged = new List<SalesforceId>();
        while (merged.Count < take)
        {
            var ofHost = await host(after, take).ConfigureAwait(false);
            var ofScratch = await scratch(after, take).ConfigureAwait(false);
            if (ofHost.Count + ofScratch.Count == 0)
            {
                break;
            }

            // A page that is full says nothing of what lies behind it.
            var end = Math.Min(EndOf(ofHost, take), EndOf(ofScratch, take)) switch
            {
                0 => ofHost.Count == take && (ofScratch.Count < take || ofHost[^1] < ofScratch[^1]) ? ofHost[^1] : ofScratch[^1],
                _ => ofHost.Concat(ofScratch).Max(),
            };
            var kept = await untouched([.. ofHost.Where(id => id <= end)]).ConfigureAwait(false);
            merged.AddRange(kept.Union(ofScratch.Where(id => id <= end)).Order());
            after = end;
        }

        return merged.Count <= take ? merged : merged.GetRange(0, take);
    }

    private static int EndOf(IReadOnlyList<SalesforceId> page, int take) => page.Count == take ? 0 : 1;
}
