using SalesforceImport.PostgreSql.Testing;
using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

/// <summary>Connections that are lost, by the server's administrator, where it hurts.</summary>
public sealed class ConnectionTests : StoreTests
{
    private const string EndSessions =
        "SELECT count(pg_terminate_backend(a.pid, 10000)) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid WHERE l.locktype = 'advisory' AND l.classid = 'import_leases'::regclass::oid";

    [Fact]
    public async Task A_run_whose_connection_was_lost_between_change_sets_goes_on()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        (await store.ApplyAsync(People.Set("run-1", opened.Epoch, 1, "one", People.Create(1, "Ada")), Cancellation)).Outcome.Should().Be(ApplyOutcome.Applied);
        var host = await HostAsync();
        (await host.ScalarAsync(EndSessions)).Should().Be(1L);

        (await store.ApplyAsync(People.Set("run-1", opened.Epoch, 2, "two", People.Create(2, "Bea")), Cancellation)).Outcome.Should().Be(ApplyOutcome.Applied);
        var rival = await PreparedAsync();
        await rival.Invoking(one => one.OpenRunAsync(People.Opening("run-2"), Cancellation)).Should().ThrowAsync<RunLeaseException>("the lease was taken again");
        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(2L);
    }

    [Fact]
    public async Task A_change_set_under_way_when_the_connection_is_lost_is_applied_once()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var host = await HostAsync();

        // The change set waits behind the host's lock, and its session is ended while it does.
        await host.ExecuteAsync("BEGIN");
        await host.ExecuteAsync("LOCK TABLE contacts");
        var applying = store.ApplyAsync(People.Set("run-1", opened.Epoch, 1, "one", People.Create(1, "Ada")), Cancellation);
        while (!Equals(await host.ScalarAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'contacts'::regclass"), 1L))
        {
            await Task.Yield();
        }

        await host.ScalarAsync(EndSessions);
        await host.ExecuteAsync("ROLLBACK");
        (await applying).Outcome.Should().Be(ApplyOutcome.Applied);
        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(1L);
        (await store.FindRunAsync("run-1", Cancellation))!.Checkpoint.Should().Be("one");
    }

    [Fact]
    public async Task A_run_that_lost_its_connection_and_then_its_lease_is_superseded()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var host = await HostAsync();
        await host.ScalarAsync(EndSessions);
        var successor = await PreparedAsync();
        await successor.OpenRunAsync(People.Opening("run-1", isNew: false), Cancellation);

        var late = await store.ApplyAsync(People.Set("run-1", opened.Epoch, 1, "late", People.Create(1, "Ada")), Cancellation);
        late.Outcome.Should().Be(ApplyOutcome.Superseded);
        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(0L);
    }

    [Fact]
    public async Task Disposing_of_a_store_frees_its_leases_although_its_connections_are_the_hosts()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Schema.ConnectionString);
        await using (var store = new PostgreSqlContactStore(new() { DataSource = source }))
        {
            await store.PrepareAsync([People.Schema], Cancellation);
            await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        }

        var next = await PreparedAsync();
        await next.OpenRunAsync(People.Opening("run-1", isNew: false), Cancellation);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        connection.FullState.Should().Be(System.Data.ConnectionState.Open, "the data source is the host's");
    }

    [Fact]
    public async Task Stores_in_two_schemas_of_a_database_have_leases_of_their_own()
    {
        await (await PreparedAsync()).OpenRunAsync(People.Opening("run-1"), Cancellation);
        await using var other = await SharedServer.CreateSchemaAsync();
        await using var store = new PostgreSqlContactStore(new() { ConnectionString = other.ConnectionString });
        await store.PrepareAsync([People.Schema], Cancellation);
        (await store.OpenRunAsync(People.Opening("run-1"), Cancellation)).Run.Sequence.Should().Be(0);
    }
}
