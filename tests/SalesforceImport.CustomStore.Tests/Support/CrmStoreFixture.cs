using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SalesforceImport.ConformanceTests;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Samples.CustomStore.Store;
using SalesforceImport.Stores;

namespace SalesforceImport.CustomStore.Tests.Support;

/// <summary>A database file that the application writes through its own context. Time passes when the fixture says so.</summary>
internal sealed class CrmStoreFixture : StoreFixture
{
    private readonly CrmFile _file = new();
    private readonly FakeTimeProvider _time = new();
    private readonly List<CrmContactStore> _stores = [];

    public override Task<ContactStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        var store = new CrmContactStore(_file, _time);
        _stores.Add(store);
        return Task.FromResult<ContactStore>(store);
    }

    /// <summary>The process beats no more, and its leases run out; those of the others are renewed as time goes on.</summary>
    public override Task CrashAsync(ContactStore store, CancellationToken cancellationToken = default)
    {
        ((CrmContactStore)store).Dispose();
        _time.Advance(Heartbeat.LeaseTime + TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    public override async Task<long> HostInsertAsync(
        RecordKind kind, IReadOnlyDictionary<string, FieldValue> values, CancellationToken cancellationToken = default)
    {
        await using var crm = _file.CreateDbContext();
        var row = CrmMap.CreateRow(kind);
        foreach (var (property, value) in values)
        {
            await SetAsync(crm, kind, row, property, value, cancellationToken);
        }

        crm.Add((object)row);
        await crm.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    /// <summary>As an application would: what somebody else has saved in between is read again.</summary>
    public override async Task HostUpdateAsync(
        RecordKind kind, long id, string property, FieldValue value, CancellationToken cancellationToken = default)
    {
        for (bool saved = false; !saved;)
        {
            await using var crm = _file.CreateDbContext();
            var row = await crm.Rows(kind).SingleAsync(row => row.Id == id, cancellationToken);
            await SetAsync(crm, kind, row, property, value, cancellationToken);
            // Written even where it is the value that is there.
            crm.Update((object)row);
            try
            {
                await crm.SaveChangesAsync(cancellationToken);
                saved = true;
            }
            catch (DbUpdateConcurrencyException)
            {
                saved = false;
            }
        }
    }

    public override async Task HostDeleteAsync(RecordKind kind, long id, CancellationToken cancellationToken = default)
    {
        await using var crm = _file.CreateDbContext();
        crm.Remove((object)await crm.Rows(kind).SingleAsync(row => row.Id == id, cancellationToken));
        await crm.SaveChangesAsync(cancellationToken);
    }

    public override Task<bool?> HoldsAnywhereAsync(string text, CancellationToken cancellationToken = default) => Task.FromResult<bool?>(_file.Holds(text));

    public override ValueTask DisposeAsync()
    {
        _stores.ForEach(store => store.Dispose());
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task SetAsync(
        CrmContext crm, RecordKind kind, ImportedEntity row, string property, FieldValue value, CancellationToken cancellationToken)
    {
        var catalog = await crm.LoadCatalogAsync(kind, cancellationToken);
        new KindSchema(new(kind, [new(property, catalog.Find(property)!.Type)]), catalog).Write(row, [value]);
    }
}
