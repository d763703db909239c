using Npgsql;
using SalesforceImport.PostgreSql.Tests.Support;

namespace SalesforceImport.PostgreSql.Tests;

public sealed class FaultTests : StoreTests
{
    private NpgsqlConnectionStringBuilder Settings => new(Schema.ConnectionString) { Pooling = false };

    [Fact]
    public async Task A_server_that_is_down_is_named()
    {
        using var nobody = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        nobody.Start();
        int port = ((System.Net.IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        await Refused(new NpgsqlConnectionStringBuilder("Host=127.0.0.1;Username=importer;Password=open-sesame") { Port = port, Database = "crm" }, $"*'crm' on '127.0.0.1:{port}'*could not be made*Host and Port*");
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_the_password()
    {
        // A server that trusts everybody, as a developer's own may, has no wrong password.
        var settings = Settings;
        settings.Password = "open-sesame";
        Assert.SkipWhen(await IsOpenToAllAsync(settings), "The server asks for no password.");
        await Refused(settings, $"*'{Settings.Database}' on '{Settings.Host}*refused the user '{Settings.Username}'*Check Username and Password*");
    }

    [Fact]
    public async Task A_missing_database_is_named_with_how_to_create_it()
    {
        var settings = Settings;
        settings.Database = "no_such_database";
        await Refused(settings, $"*database 'no_such_database' on '{Settings.Host}*CREATE DATABASE \"no_such_database\"*");
    }

    [Fact]
    public async Task A_missing_schema_is_told()
    {
        var settings = Settings;
        settings.SearchPath = "no_such_schema";
        await Refused(settings, $"*No schema*'{Settings.Database}' on '{Settings.Host}*Create the schema*");
    }

    [Fact]
    public async Task A_user_without_the_right_to_make_tables_is_named_with_what_to_grant()
    {
        var host = await HostAsync();
        string role = $"{Schema.Name}_reader";
        await host.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'open-sesame'; GRANT USAGE ON SCHEMA {Schema.Name} TO {role}");
        try
        {
            var settings = Settings;
            (settings.Username, settings.Password) = (role, "open-sesame");
            await Refused(settings, $"*user '{role}'*'{Settings.Database}' on '{Settings.Host}*GRANT CREATE, USAGE ON SCHEMA*");
        }
        finally
        {
            await host.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task A_read_only_database_is_told_from_other_faults()
    {
        var settings = Settings;
        settings.Options = "-c default_transaction_read_only=on";
        await Refused(settings, "*is read-only*primary*");
    }

    [Fact]
    public async Task A_transaction_that_does_not_end_is_told_with_the_setting()
    {
        var store = Store(lockTimeout: TimeSpan.FromSeconds(2));
        await store.PrepareAsync([People.Schema], Cancellation);
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var host = await HostAsync();
        await host.ExecuteAsync("BEGIN; LOCK TABLE contacts");
        var apply = () => store.ApplyAsync(People.Set("run-1", opened.Epoch, 1, "c", People.Create(1, "Ada")), Cancellation);
        (await apply.Should().ThrowAsync<SalesforceImportException>()).WithMessage("*holds a lock*LockTimeout*");
        await host.ExecuteAsync("ROLLBACK");
        (await apply()).Outcome.Should().Be(Stores.ApplyOutcome.Applied);
    }

    [Fact]
    public async Task Waiting_for_a_lock_can_be_cancelled()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var host = await HostAsync();
        await host.ExecuteAsync("BEGIN; LOCK TABLE contacts");
        using var cancelling = new CancellationTokenSource();
        var waiting = store.ApplyAsync(People.Set("run-1", opened.Epoch, 1, "c", People.Create(1, "Ada")), cancelling.Token);
        await cancelling.CancelAsync();
        await ((Func<Task>)(() => waiting)).Should().ThrowAsync<OperationCanceledException>();
        await host.ExecuteAsync("ROLLBACK");
        (await store.ApplyAsync(People.Set("run-1", opened.Epoch, 1, "c", People.Create(1, "Ada")), Cancellation)).Outcome.Should().Be(Stores.ApplyOutcome.Applied);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await PreparedAsync();
        var host = await HostAsync();
        await host.ExecuteAsync("UPDATE import_settings SET value = '\\x00000063' WHERE name = 'schema_version'");
        await Refused(Settings, "*newer version*schema 99*Update the package*");
    }

    [Fact]
    public async Task A_host_column_of_a_type_that_does_not_fit_is_named_with_both_types()
    {
        var host = await HostAsync();
        await host.ExecuteAsync("CREATE TABLE contacts (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, first_name real)");
        await Refused(Settings, "*'FirstName'*Text*'first_name'*real*ALTER TABLE contacts ALTER COLUMN \"first_name\" TYPE text*");
        (await host.ColumnAsync("SELECT attname::text FROM pg_attribute WHERE attrelid = 'contacts'::regclass AND attnum > 0 ORDER BY attnum")).Should().Equal("id", "first_name");
    }

    [Theory]
    [InlineData("CREATE TABLE contacts (id text PRIMARY KEY)")]
    [InlineData("CREATE TABLE contacts (id bigint PRIMARY KEY)")]
    [InlineData("CREATE VIEW contacts AS SELECT 1::bigint AS id")]
    public async Task A_host_table_that_gives_its_rows_no_ids_is_refused(string definition)
    {
        await (await HostAsync()).ExecuteAsync(definition);
        await Refused(Settings, "*'contacts'*id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY*");
    }

    [Fact]
    public async Task A_row_that_a_constraint_of_the_hosts_forbids_is_told_without_its_values()
    {
        var store = await PreparedAsync();
        var host = await HostAsync();
        await host.ExecuteAsync("ALTER TABLE contacts ADD CHECK (first_name <> 'Ada')");
        var apply = () => ApplyAsync(store, People.Create(1, "Ada", "ada@example.com"));
        (await apply.Should().ThrowAsync<SalesforceImportException>()).WithMessage("*refused a row*constraints*")
            .And.Message.Should().NotContain("ada@example.com");
    }

    [Fact]
    public async Task A_value_that_a_column_of_the_hosts_cannot_hold_is_told_with_the_column_and_without_the_value()
    {
        await (await HostAsync()).ExecuteAsync("CREATE TABLE contacts (id bigserial PRIMARY KEY, first_name varchar(5))");
        var store = await PreparedAsync();
        var apply = () => ApplyAsync(store, People.Create(1, "Wilhelmina"));
        (await apply.Should().ThrowAsync<SalesforceImportException>()).WithMessage("*refused a value of column first_name*Widen*")
            .And.Message.Should().NotContain("Wilhelmina");
    }

    [Theory]
    [InlineData("Host=localhost;Datenbank=crm", "*Datenbank*Host=db.example.com*")]
    [InlineData("Host=localhost;Port=many", "*port*Host=db.example.com*")]
    [InlineData("Database=crm", "*no server*Host=db.example.com*")]
    [InlineData("Host=localhost;Multiplexing=true", "*multiplexed*Multiplexing=false*")]
    public void A_connection_string_that_cannot_be_used_says_why(string connectionString, string message)
    {
        var create = () => new PostgreSqlContactStore(new() { ConnectionString = connectionString });
        create.Should().Throw<SalesforceImportException>().WithMessage(message);
    }

    [Fact]
    public void What_may_be_the_rest_of_a_password_is_not_repeated()
    {
        var create = () => new PostgreSqlContactStore(new() { ConnectionString = "Host=localhost;Password=open;sesame=1" });
        create.Should().Throw<SalesforceImportException>().WithMessage("*quotes*").And.ToString().Should().NotContain("sesame");
    }

    [Fact]
    public void Options_without_a_database_or_with_two_are_refused()
    {
        using var source = NpgsqlDataSource.Create("Host=localhost");
        foreach (var options in (PostgreSqlStoreOptions[])[new(), new() { ConnectionString = "Host=localhost", DataSource = source }])
        {
            var create = () => new PostgreSqlImportJournal(options);
            create.Should().Throw<SalesforceImportException>().WithMessage("*ConnectionString*DataSource*");
        }
    }

    [Fact]
    public void The_description_tells_where_the_store_is_and_no_secret()
    {
        using var store = new PostgreSqlContactStore(new() { ConnectionString = "Host=db.example.com;Port=6543;Database=crm;Username=importer;Password=open-sesame" });
        store.Description.Should().Be("PostgreSQL crm on db.example.com:6543");
    }

    private static async Task<bool> IsOpenToAllAsync(NpgsqlConnectionStringBuilder settings)
    {
        try
        {
            await using var connection = new NpgsqlConnection(settings.ToString());
            await connection.OpenAsync(Cancellation);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private async Task Refused(NpgsqlConnectionStringBuilder settings, string message)
    {
        var store = Store(settings.ToString());
        var prepare = () => store.PrepareAsync([People.Schema], Cancellation);
        var refusal = (await prepare.Should().ThrowAsync<SalesforceImportException>()).WithMessage(message).Which;
        if (settings.Password is { } password)
        {
            refusal.ToString().Should().NotContain(password);
        }
    }
}
