using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Its leases outlive its process.</summary>
internal sealed class ImmortalStore(ContactStore inner) : DelegatingStore(inner), IDisposable
{
    public void Dispose()
    {
    }
}
