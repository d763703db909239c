using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

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
        var host = await HostAsync();
        object? id = await host.ScalarAsync("INSERT INTO contacts (email) VALUES ($1) RETURNING id", written);
        await host.ExecuteAsync("INSERT INTO contacts (email) VALUES ('somebody@else.org')");
        var row = await SingleAsync(store, People.ByEmail(asked));
        row.Id.Should().Be((long)id!);
        row.Leader.Should().BeNull();
        row.CreatedByRun.Should().BeNull();
    }

    [Fact]
    public async Task A_text_of_any_length_may_stand_where_the_host_keeps_emails()
    {
        var store = await PreparedAsync();
        var host = await HostAsync();
        string same = new('x', 400);
        string[] texts = [same + "@example.com", same + "@example.org", string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i:x4}"))];
        foreach (string text in texts)
        {
            await host.ExecuteAsync("INSERT INTO contacts (email) VALUES (upper($1))", text);
        }

        foreach (string text in texts)
        {
            (await SingleAsync(store, People.ByEmail(text))).Values[1].AsText().Should().Be(text.ToUpperInvariant());
        }
    }

    [Fact]
    public async Task An_update_by_the_host_moves_the_version_of_its_row_only()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada"), People.Create(2, "Bea"));
        long ada = (await SingleAsync(store, People.BySource(1))).Version;
        long bea = (await SingleAsync(store, People.BySource(2))).Version;
        await (await HostAsync()).ExecuteAsync("UPDATE contacts SET first_name = 'Augusta' WHERE first_name = 'Ada'");
        (await SingleAsync(store, People.BySource(1))).Version.Should().NotBe(ada);
        (await SingleAsync(store, People.BySource(2))).Version.Should().Be(bea);
    }

    [Fact]
    public async Task A_row_that_the_host_replaced_under_the_same_id_is_a_conflict()
    {
        var store = await PreparedAsync();
        var host = await HostAsync();
        long id = (long)(await host.ScalarAsync("INSERT INTO contacts (first_name) VALUES ('Ada') RETURNING id"))!;
        var row = await SingleAsync(store, People.ById(id));
        await host.ExecuteAsync("DELETE FROM contacts");
        await host.ExecuteAsync("INSERT INTO contacts (id, first_name) VALUES ($1, 'Bea')", id);
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
        var host = await HostAsync();
        await host.ExecuteAsync("INSERT INTO contacts (org_id, salesforce_id, salesforce_object) VALUES ($1, $2, 'Contact')", People.Org.ToString(), People.Id(1).ToString());
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var result = await store.ApplyAsync(
            People.Set("run-1", opened.Epoch, 1, "c", People.Create(2, "Bea"), People.Create(1, "Ada")), Cancellation);
        result.Sources.Should().Equal(People.Id(1));
        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(1L);
    }

    [Fact]
    public async Task A_value_of_the_hosts_that_the_property_cannot_hold_is_named_with_its_row_and_column()
    {
        var store = await PreparedAsync();
        var host = await HostAsync();
        foreach (var (column, value) in new[] { ("revenue", "1e40"), ("revenue", "'NaN'"), ("last_seen", "'20000-01-01'") })
        {
            object? id = await host.ScalarAsync($"INSERT INTO contacts ({column}) VALUES ({value}) RETURNING id");
            var find = () => store.FindAsync(People.ById((long)id!), Cancellation);
            (await find.Should().ThrowAsync<SalesforceImportException>()).WithMessage($"*'{column}'*'contacts'*row {id}*");
        }
    }

    [Fact]
    public async Task A_table_that_the_host_made_before_is_adopted_with_its_rows_and_columns()
    {
        var host = await HostAsync();
        await host.ExecuteAsync("CREATE TABLE contacts (id serial PRIMARY KEY, email varchar(80), notes text, opted_out boolean NOT NULL DEFAULT false)");
        await host.ExecuteAsync("INSERT INTO contacts (email, notes) VALUES ('ada@example.com', 'met in May')");

        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, People.Values("Bea", "bea@example.com", optedOut: true)));
        (await SingleAsync(store, People.ByEmail("ada@example.com"))).Id.Should().Be(1);
        (await SingleAsync(store, People.BySource(1))).Values[0].AsText().Should().Be("Bea");
        (await host.ColumnAsync("SELECT coalesce(notes, first_name) FROM contacts ORDER BY id")).Should().Equal("met in May", "Bea");
    }

    [Fact]
    public async Task Whole_numbers_may_be_kept_in_a_numeric_column_of_the_hosts()
    {
        var host = await HostAsync();
        await host.ExecuteAsync("CREATE TABLE contacts (id bigserial PRIMARY KEY, score numeric)");
        var store = await PreparedAsync(new StoreSchema(RecordKind.Contact, [new("Score", PropertyType.Integer)]));
        await ApplyAsync(store, new CreateRow { Leader = new() { Key = new(People.Org, People.Id(1)), Object = "Contact" }, Values = [FieldValue.FromInteger(long.MaxValue)] });
        (await SingleAsync(store, People.BySource(1))).Values[0].AsInteger().Should().Be(long.MaxValue);
        await host.ExecuteAsync("UPDATE contacts SET score = 1.5");
        var find = () => store.FindAsync(People.BySource(1), Cancellation);
        (await find.Should().ThrowAsync<SalesforceImportException>()).WithMessage("*'score'*Integer*");
    }

    [Fact]
    public async Task A_truncated_table_leaves_no_source_and_no_list_place_behind()
    {
        var store = await PreparedAsync();
        var other = new StoredSource { Key = new(People.Org, People.Id(2)), Object = "Contact", Values = People.Values("Adah") };
        await ApplyAsync(store, new CreateRow { Leader = new() { Key = new(People.Org, People.Id(1)), Object = "Contact" }, Values = People.Values("Ada"), OtherSources = [other] });
        var host = await HostAsync();
        await host.ExecuteAsync("TRUNCATE contacts");
        (await store.FindAsync(People.BySource(2), Cancellation)).Rows.Should().BeEmpty();
        (await host.ScalarAsync("SELECT count(*) FROM import_sources")).Should().Be(0L);
    }

    [Fact]
    public async Task A_user_who_may_only_delete_rows_can_delete_rows()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada"));
        var host = await HostAsync();
        string role = $"{Schema.Name}_clerk";
        await host.ExecuteAsync($"CREATE ROLE {role}; GRANT USAGE ON SCHEMA {Schema.Name} TO {role}; GRANT SELECT, UPDATE, DELETE ON contacts TO {role}; GRANT {role} TO CURRENT_USER");
        try
        {
            await host.ExecuteAsync($"SET ROLE {role}");
            await host.ExecuteAsync("SET search_path = public");
            await host.ExecuteAsync($"UPDATE {Schema.Name}.contacts SET first_name = 'Bea'");
            (await host.ExecuteAsync($"DELETE FROM {Schema.Name}.contacts WHERE first_name = 'Bea'")).Should().Be(1);
        }
        finally
        {
            await host.ExecuteAsync("RESET ROLE");
            await host.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
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
        var host = await HostAsync();
        await host.ExecuteAsync("SET timezone = 'UTC'");
        (await host.ColumnAsync("SELECT concat_ws(' ', last_seen, birthdate, opted_out, salesforce_id, org_id) FROM contacts WHERE id = 1"))
            .Should().Equal($"2026-01-02 03:04:05.678+00 1815-12-10 t {People.Id(1)} {People.Org}");
        (await host.ScalarAsync("SELECT sum(revenue) FROM contacts")).Should().Be(12.1m);
        (await host.ColumnAsync("SELECT concat_ws(' ', pg_typeof(email), pg_typeof(last_seen), pg_typeof(birthdate), pg_typeof(revenue), pg_typeof(opted_out), email = '') FROM contacts WHERE id = 2"))
            .Should().Equal("text timestamp with time zone date numeric boolean t");
        (await host.ColumnAsync("SELECT concat_ws(' ', id, state, kinds) FROM imports")).Should().Equal("run-1 Paused contact");
    }

    [Fact]
    public async Task A_create_costs_one_row()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, [.. Enumerable.Range(1, 100).Select(i => People.Create(i, $"Number {i}", $"n{i}@example.com"))]);
        var host = await HostAsync();
        foreach (string table in (string[])["import_sources", "import_history", "import_list"])
        {
            (await host.ScalarAsync($"SELECT count(*) FROM {table}")).Should().Be(0L, table);
        }

        (await host.ScalarAsync("SELECT count(*) FROM contacts")).Should().Be(100L);
    }
}
