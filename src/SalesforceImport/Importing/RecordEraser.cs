using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Finds the row that a record feeds, and has the store erase it: no call.</summary>
internal sealed class RecordEraser(ContactStore store)
{
    private const int RunsLookedAt = 1_000;

    public async Task<bool> ForgetAsync(SalesforceId record, CancellationToken cancellationToken)
    {
        var known = await KnownRuns.ReadAsync(store, RunsLookedAt, cancellationToken).ConfigureAwait(false);
        bool forgotten = false;
        foreach (var org in known.Plans.Select(plan => plan.OrgId).Distinct())
        {
            var (kind, found) = await known.FindAsync(org, record, cancellationToken).ConfigureAwait(false);
            foreach (var row in found.Rows.Where(row => row.Sources.Any(source => source.Key.Id == record)))
            {
                forgotten |= await store.ForgetAsync(kind, row.Id, cancellationToken).ConfigureAwait(false);
            }
        }

        return forgotten;
    }
}
