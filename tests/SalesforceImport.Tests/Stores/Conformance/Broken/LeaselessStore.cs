using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Lets everybody in: a lease that is held is taken.</summary>
internal sealed class LeaselessStore(ContactStore inner, List<ContactStore> all) : DelegatingStore(inner)
{
    protected override async Task<OpenedRun> OpenRunCoreAsync(RunOpening opening, CancellationToken cancellationToken)
    {
        try
        {
            return await Inner.OpenRunAsync(opening, cancellationToken);
        }
        catch (RunLeaseException)
        {
            lock (all)
            {
                all.ForEach(store => ((IDisposable)store).Dispose());
            }

            return await Inner.OpenRunAsync(opening, cancellationToken);
        }
    }
}
