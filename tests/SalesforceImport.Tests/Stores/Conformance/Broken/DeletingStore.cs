using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Deletes where it should erase: the person comes back with the next import.</summary>
internal sealed class DeletingStore(ContactStore inner, InMemoryDatabase database) : DelegatingStore(inner)
{
    protected override Task<bool> ForgetCoreAsync(RecordKind kind, long id, CancellationToken cancellationToken) =>
        Task.FromResult(database.Delete(kind, id));
}
