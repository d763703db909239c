using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

public sealed class HostTests : StoreTests
{
    [Theory]
    [InlineData("Ada@Example.com", "ada@example.com")]
    [InlineData("  ada@example.com ", "ada@example.com")]
    [InlineData("\tÄRGER@Beispiel.DE\u00A0", "ärger@beispiel.de")]
    [InlineData("\u212Aelvin@example.com", "kelvin@example.com")]
    public async Task A_row_that_the_host_inserted_is_found_by_its_folded_email(string written, string asked)
    {
        var store = await PreparedAsync();
        using var host = Host();
        long id = host.Insert("INSERT INTO contacts (email) VALUES ($1)", written);
        host.Insert("INSERT INTO contacts (email) VALUES ('somebody@else.org')");
        var row = await SingleAsync(store, People.ByEmail(asked));
        row.Id.Should().Be(id);
        row.Leader.Should().BeNull();
        row.CreatedByRun.Should().BeNull();
    }

    [Fact]
    public async Task An_update_by_the_host_moves_the_version_of_its_row_only()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada"), People.Create(2, "Bea"));
        long ada = (await SingleAsync(store, People.BySource(1))).Version;
        long bea = (await SingleAsync(store, People.BySource(2))).Version;
        using var host = Host();
        host.Execute("UPDATE contacts SET first_name = 'Augusta' WHERE first_name = 'Ada'");
        (await SingleAsync(store, People.BySource(1))).Version.Should().NotBe(ada);
        (await SingleAsync(store, People.BySource(2))).Version.Should().Be(bea);
    }

    [Fact]
    public async Task A_row_that_the_host_replaced_under_the_same_id_is_a_conflict()
    {
        var store = await PreparedAsync();
        using var host = Host();
        long id = host.Insert("INSERT INTO contacts (first_name) VALUES ('Ada')");
        var row = await SingleAsync(store, People.ById(id));
        host.Execute("INSERT OR REPLACE INTO contacts (id, first_name) VALUES ($1, 'Bea')", id);
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var result = await store.ApplyAsync(
            People.Set("run-1", opened.Epoch, 1, "c", new UpdateRow { Id = id, Version = row.Version }), Cancellation);
        result.Outcome.Should().Be(ApplyOutcome.Conflict);
        result.Rows.Should().Equal(id);
    }

    [Fact]
    public async Task A_row_of_the_same_record_that_the_host_inserted_is_a_conflict_although_nobody_looked()
    {
        var store = await PreparedAsync();
        using var host = Host();
        host.Insert("INSERT INTO contacts (org_id, salesforce_id, salesforce_object) VALUES ($1, $2, 'Contact')", People.Org.ToString(), People.Id(1).ToString());
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var result = await store.ApplyAsync(
            People.Set("run-1", opened.Epoch, 1, "c", People.Create(2, "Bea"), People.Create(1, "Ada")), Cancellation);
        result.Sources.Should().Equal(People.Id(1));
        host.Scalar("SELECT count(*) FROM contacts").Should().Be(1L);
    }

    [Fact]
    public async Task A_value_of_the_hosts_that_cannot_be_read_is_named_with_its_row_and_column()
    {
        var store = await PreparedAsync();
        using var host = Host();
        long id = host.Insert("INSERT INTO contacts (birthdate) VALUES ('some day')");
        var find = () => store.FindAsync(People.ById(id), Cancellation);
        (await find.Should().ThrowAsync<SalesforceImportException>()).WithMessage($"*'birthdate'*'contacts'*'some day'*row {id}*Date*");
    }

    [Fact]
    public async Task A_table_that_the_host_made_before_is_adopted_with_its_rows_and_columns()
    {
        using (var host = Host())
        {
            host.Execute("CREATE TABLE contacts (id INTEGER PRIMARY KEY, email VARCHAR(80), notes TEXT)");
            host.Execute("INSERT INTO contacts (email, notes) VALUES ('ada@example.com', 'met in May')");
        }

        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Bea", "bea@example.com"));
        (await SingleAsync(store, People.ByEmail("ada@example.com"))).Id.Should().Be(1);
        using var after = Host();
        after.Column("SELECT coalesce(notes, first_name) FROM contacts ORDER BY id").Should().Equal("met in May", "Bea");
    }

    [Fact]
    public async Task People_and_SQL_can_read_what_the_import_wrote()
    {
        var store = await PreparedAsync();
        var seen = new DateTimeOffset(2026, 1, 2, 5, 4, 5, 678, TimeSpan.FromHours(2));
        await ApplyAsync(
            store,
            People.Create(1, People.Values("Ada", "ada@example.com", 0.1m, true, seen, new(1815, 12, 10))),
            People.Create(2, People.Values("Bea", "", 12m, false)));
        using var host = Host();
        host.Column("SELECT last_seen || ' ' || birthdate || ' ' || opted_out || ' ' || salesforce_id || ' ' || org_id FROM contacts WHERE id = 1")
            .Should().Equal($"2026-01-02T03:04:05.678Z 1815-12-10 1 {People.Id(1)} {People.Org}");
        host.Scalar("SELECT sum(revenue) FROM contacts").Should().Be(12.1);
        host.Column("SELECT typeof(email) || typeof(last_seen) || typeof(revenue) || email FROM contacts WHERE id = 2").Should().Equal("textnullinteger");
        host.Column("SELECT id || state || kinds FROM imports").Should().Equal("run-1Pausedcontact");
    }
}
