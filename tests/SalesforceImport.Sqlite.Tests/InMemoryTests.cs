using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

public sealed class InMemoryTests : StoreTests
{
    [Fact]
    public async Task A_private_database_in_memory_works_and_is_its_stores_own()
    {
        var store = Store("Data Source=:memory:");
        var other = Store("Data Source=:memory:");
        await store.PrepareAsync([People.Schema], Cancellation);
        await other.PrepareAsync([People.Schema], Cancellation);
        await ApplyAsync(store, People.Create(1, "Ada"));
        (await store.CountListAsync("run-1", RecordKind.Contact, Cancellation)).Should().Be(1);
        await other.OpenRunAsync(People.Opening("run-1"), Cancellation);
        (await other.CountListAsync("run-1", RecordKind.Contact, Cancellation)).Should().Be(0);
    }

    [Fact]
    public async Task A_shared_database_in_memory_is_seen_by_other_stores_and_leased_once()
    {
        string connection = $"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        var store = Store(connection);
        var other = Store(connection);
        await store.PrepareAsync([People.Schema], Cancellation);
        await other.PrepareAsync([People.Schema], Cancellation);
        await ApplyAsync(store, People.Create(1, "Ada"));
        (await SingleAsync(other, People.BySource(1))).Values[0].AsText().Should().Be("Ada");
        await store.OpenRunAsync(People.Opening("run-2", holder: "the first"), Cancellation);
        var refused = () => other.OpenRunAsync(People.Opening("run-3"), Cancellation);
        (await refused.Should().ThrowAsync<RunLeaseException>()).Which.Holder.Should().Contain("the first");
        await store.DisposeAsync();
        await other.OpenRunAsync(People.Opening("run-3"), Cancellation);
    }
}
