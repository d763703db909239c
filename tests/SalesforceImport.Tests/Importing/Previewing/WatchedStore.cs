using SalesforceImport.Stores;
using SalesforceImport.Tests.Stores.Conformance.Broken;

namespace SalesforceImport.Tests.Importing.Previewing;

/// <summary>A store that shows what is applied to it.</summary>
internal sealed class WatchedStore(ContactStore inner, Action<ChangeSet> watch) : DelegatingStore(inner)
{
    protected override async Task<ApplyResult> ApplyCoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var result = await base.ApplyCoreAsync(changes, cancellationToken);
        if (result.Outcome == ApplyOutcome.Applied)
        {
            watch(changes);
        }

        return result;
    }
}
