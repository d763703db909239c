using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>How many rows the list of a run holds, all kinds together.</summary>
internal static class ListCounts
{
    public static async Task<long> CountAllAsync(this ContactStore store, StoredRun run, CancellationToken cancellationToken)
    {
        long count = 0;
        foreach (var kind in run.Kinds)
        {
            count += await store.CountListAsync(run.Run, kind, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }
}
