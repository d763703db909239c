using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

/// <summary>Foreign keys of the host's keep rows where they are, whatever their form.</summary>
public sealed class RefusalTests : StoreTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ON DELETE RESTRICT")]
    [InlineData("DEFERRABLE INITIALLY DEFERRED")]
    public async Task Rows_that_the_hosts_tables_refer_to_are_named_and_nothing_is_done(string how)
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, [.. Enumerable.Range(1, 5).Select(number => People.Create(number, $"Ann {number}"))]);
        var host = await HostAsync();
        await host.ExecuteAsync($"CREATE TABLE invoices (contact bigint REFERENCES contacts (id) {how})");
        await host.ExecuteAsync("INSERT INTO invoices SELECT id FROM contacts WHERE id IN (2, 4)");

        var result = await RemoveAsync(store, 1, 2, 3, 4);
        result.Outcome.Should().Be(ApplyOutcome.Refused);
        result.Rows.Should().Equal(2, 4);
        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(5L);
        (await store.FindRunAsync("run-1", Cancellation))!.Sequence.Should().Be(1);

        (await RemoveAsync(store, 1, 3)).Outcome.Should().Be(ApplyOutcome.Applied);
        (await host.ColumnAsync("SELECT id::text FROM contacts ORDER BY id")).Should().Equal("2", "4", "5");
    }

    [Fact]
    public async Task A_row_is_refused_for_what_would_go_along_with_it_and_cannot()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada"), People.Create(2, "Bea"));
        var host = await HostAsync();
        await host.ExecuteAsync("CREATE TABLE orders (id bigint PRIMARY KEY, contact bigint REFERENCES contacts (id) ON DELETE CASCADE)");
        await host.ExecuteAsync("CREATE TABLE payments (of_order bigint REFERENCES orders (id))");
        await host.ExecuteAsync("INSERT INTO orders VALUES (10, 1), (20, 2)");
        await host.ExecuteAsync("INSERT INTO payments VALUES (20)");

        (await RemoveAsync(store, 1, 2)).Rows.Should().Equal(2);
        (await RemoveAsync(store, 1)).Outcome.Should().Be(ApplyOutcome.Applied);
        (await host.ColumnAsync("SELECT id::text FROM orders")).Should().Equal("20");
    }

    [Fact]
    public async Task References_that_let_go_are_left_to_the_server()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada"));
        var host = await HostAsync();
        await host.ExecuteAsync("CREATE TABLE notes (contact bigint REFERENCES contacts (id) ON DELETE SET NULL)");
        await host.ExecuteAsync("INSERT INTO notes VALUES (1)");

        (await RemoveAsync(store, 1)).Outcome.Should().Be(ApplyOutcome.Applied);
        (await host.ScalarAsync("SELECT contact IS NULL FROM notes")).Should().Be(true);
    }

    private static async Task<ApplyResult> RemoveAsync(PostgreSqlContactStore store, params long[] ids)
    {
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var found = await store.FindAsync(new() { Kind = RecordKind.Contact, Org = People.Org, Run = "run-1", Ids = ids }, Cancellation);
        var result = await store.ApplyAsync(
            People.Set(
                "run-1", opened.Epoch, opened.Run.Sequence + 1, "c", [.. found.Rows.Select(row => new RemoveRow { Id = row.Id, Version = row.Version })]),
            Cancellation);
        await store.CloseRunAsync(new() { Run = "run-1", Epoch = opened.Epoch, State = RunState.Paused, At = DateTimeOffset.UnixEpoch }, Cancellation);
        return result;
    }
}
