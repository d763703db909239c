using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Writes over whatever version is there.</summary>
internal sealed class UncheckedStore(ContactStore inner) : DelegatingStore(inner)
{
    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var found = await Inner.FindAsync(
            new()
            {
                Kind = changes.Kind,
                Org = changes.Org,
                Run = changes.Run,
                Ids = [.. changes.Changes.OfType<UpdateRow>().Select(update => update.Id)],
            },
            cancellationToken);
        var versions = found.Rows.ToDictionary(row => row.Id, row => row.Version);
        return await Inner.ApplyAsync(
            Altered.EachUpdate(changes, update => Altered.Update(update, versions.GetValueOrDefault(update.Id, update.Version))),
            cancellationToken);
    }
}
