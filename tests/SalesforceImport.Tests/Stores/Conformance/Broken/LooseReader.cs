using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Reads wrongly in ways that are easily built: other orgs' e-mails, a collation's order, every log, every kind empty.</summary>
internal sealed class LooseReader(ContactStore inner) : DelegatingStore(inner)
{
    protected override Task<FindResult> FindCoreAsync(FindRequest request, CancellationToken cancellationToken) => Inner.FindAsync(
        new()
        {
            Kind = request.Kind,
            Org = request.Org,
            Run = request.Run,
            Sources = request.Sources,
            Emails = request.Emails,
            Ids = request.Ids,
            EmailsOfAnyOrg = true,
        },
        cancellationToken);

    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        var opened = await Inner.OpenRunAsync(opening, cancellationToken);
        return new() { Run = opened.Run, Epoch = opened.Epoch, EmptyKinds = opening.Kinds };
    }

    protected override Task<IReadOnlyList<StoredRecordLog>> ReadLogCoreAsync(
        string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken) =>
        Inner.ReadLogAsync(run, sObject, null, cancellationToken);

    protected override async Task<IReadOnlyList<SalesforceId>> ListSyncedIdsCoreAsync(
        SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        var ids = await Inner.ListSyncedIdsAsync(org, sObject, default, 1000, cancellationToken);
        return
        [
            .. ids.OrderBy(id => id.ToString(), StringComparer.OrdinalIgnoreCase)
                .Where(id => after.IsEmpty || StringComparer.OrdinalIgnoreCase.Compare(id.ToString(), after.ToString()) > 0).Take(take),
        ];
    }
}
