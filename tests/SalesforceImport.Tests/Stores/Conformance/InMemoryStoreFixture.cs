using SalesforceImport.ConformanceTests;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance;

/// <summary>A fixture over one in-memory database; where a test asks for it, each instance goes through a wrapper.</summary>
internal sealed class InMemoryStoreFixture : StoreFixture
{
    private static readonly AsyncLocal<Func<InMemoryDatabase, Func<ContactStore, ContactStore>>?> Wrapping = new();

    private readonly InMemoryDatabase _database = new();
    private readonly Dictionary<ContactStore, InMemoryContactStore> _stores = [];
    private readonly Func<ContactStore, ContactStore> _wrap;

    public InMemoryStoreFixture() => _wrap = Wrapping.Value?.Invoke(_database) ?? (store => store);

    /// <summary>From now on, in this asynchronous flow, the instances of a fixture go through a wrapper made per fixture.</summary>
    public static void WrapEach(Func<InMemoryDatabase, Func<ContactStore, ContactStore>> wrapping) => Wrapping.Value = wrapping;

    public override Task<ContactStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        var inner = new InMemoryContactStore(_database);
        var store = _wrap(inner);
        lock (_stores)
        {
            _stores.Add(store, inner);
        }

        return Task.FromResult(store);
    }

    public override Task CrashAsync(ContactStore store, CancellationToken cancellationToken = default)
    {
        // A wrapper that is disposable stands for a process that leaves something behind.
        (store as IDisposable ?? _stores[store]).Dispose();
        return Task.CompletedTask;
    }

    public override Task<long> HostInsertAsync(
        RecordKind kind, IReadOnlyDictionary<string, FieldValue> values, CancellationToken cancellationToken = default) =>
        Task.FromResult(_database.Insert(kind, values));

    public override Task HostUpdateAsync(
        RecordKind kind, long id, string property, FieldValue value, CancellationToken cancellationToken = default)
    {
        _database.Update(kind, id, property, value);
        return Task.CompletedTask;
    }

    public override Task HostDeleteAsync(RecordKind kind, long id, CancellationToken cancellationToken = default)
    {
        _database.Delete(kind, id);
        return Task.CompletedTask;
    }

    public override Task<bool?> HoldsAnywhereAsync(string text, CancellationToken cancellationToken = default) =>
        Task.FromResult<bool?>(ObjectGraph.HoldsText(_database, text));

    public override ValueTask DisposeAsync()
    {
        foreach (var store in _stores.Values)
        {
            store.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
