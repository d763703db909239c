using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Alters every change set on its way in.</summary>
internal sealed class AlteringStore(ContactStore inner, Func<ChangeSet, ChangeSet> alter) : DelegatingStore(inner)
{
    protected override Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        Inner.ApplyAsync(alter(changes), cancellationToken);
}
