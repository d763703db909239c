using System.Globalization;
using Npgsql;
using SalesforceImport.EndToEndTests.Support;
using SalesforceImport.PostgreSql.Testing;

namespace SalesforceImport.EndToEndTests;

public sealed class PostgreSqlStoreTests : IAsyncLifetime
{
    private const string Contacts = "SELECT salesforce_id || '|' || salesforce_object || '|' || coalesce(first_name, '') || '|' || coalesce(last_name, '') || '|' || coalesce(_match_email, '') FROM contacts";

    private readonly TempFolder _folder = new();
    private TestSchema? _schema;

    private string Store => _schema!.ConnectionString;

    private string Password => new NpgsqlConnectionStringBuilder(Store).Password ?? "no password at all";

    public async ValueTask InitializeAsync() => _schema = await SharedServer.CreateSchemaAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_import_into_a_server_is_undone_and_redone()
    {
        string[] arguments = ["--yes", "--json", "--leads", "300", "--contacts", "900", "--seed", "7", "--store", Store];
        var people = await ConsoleAsync(0, arguments);
        await ConsoleAsync(0, "--undo", people.Run, "--json", "--store", Store);
        await ConsoleAsync(0, [.. arguments, "--select", "leads"]);
        var leads = Column(Contacts);
        people = await ConsoleAsync(0, [.. arguments, "--select", "contacts"]);
        await ConsoleAsync(0, "--undo", people.Run, "--json", "--store", Store);
        Column(Contacts).Should().BeEquivalentTo(leads);
        await ConsoleAsync(0, "--redo", people.Run, "--json", "--store", Store);
        var deals = await ConsoleAsync(0, [.. arguments, "--select", "accounts+opportunities+tasks"]);
        string[] tables = ["contacts", "accounts", "opportunities", "tasks", "import_links"];
        var before = tables.Select(Count).ToList();
        var contacts = Column(Contacts);

        await ConsoleAsync(0, "--undo", deals.Run, "--json", "--store", Store);
        await ConsoleAsync(0, "--undo", people.Run, "--json", "--store", Store);
        tables.Skip(1).Select(Count).Should().OnlyContain(count => count == 0);
        Column(Contacts).Should().BeEquivalentTo(leads);
        await ConsoleAsync(0, "--redo", people.Run, "--json", "--store", Store);
        await ConsoleAsync(0, "--redo", deals.Run, "--json", "--store", Store);

        tables.Select(Count).Should().Equal(before).And.OnlyContain(count => count > 0);
        Column(Contacts).Should().BeEquivalentTo(contacts);
    }

    [Fact]
    public async Task A_connection_string_imports_into_a_server_what_a_path_imports_into_a_file()
    {
        string[] arguments = ["--yes", "--json", "--leads", "300", "--contacts", "900", "--seed", "7"];
        var intoServer = await ConsoleAsync(0, [.. arguments, "--store", Store]);
        var intoFile = (await ConsoleProcess.RunAsync(_folder, arguments)).ShouldExitWith(0);

        intoServer.State.Should().Be("completed");
        intoServer.Total("created").Should().Be(intoFile.Total("created")).And.Be(Count("contacts"));
        intoServer.Calls.Should().Be(intoFile.Calls).And.Be(Count("api_calls"));
        intoServer.Json.GetProperty("list").GetProperty("count").GetInt64().Should().Be(intoServer.Total("created"));
        intoServer.Json.GetProperty("store").GetString().Should().StartWith("PostgreSQL postgres on 127.0.0.1:");
        Column(Contacts).Should().BeEquivalentTo(
            new StoreReader(_folder.File("salesforce-import.db")).Rows(Contacts).Select(row => (string)row[0]!));

        var again = await ConsoleAsync(0, [.. arguments, "--store", Store]);
        again.Total("created").Should().Be(0);
        again.Total("updated").Should().Be(0);
        again.Total("selected").Should().Be(1_200);

        var history = await ConsoleAsync(0, "--history", "--store", Store);
        history.Output.Should().Contain(intoServer.Run).And.Contain(again.Run);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_resumes_and_loses_nothing()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "500", "--contacts", "10000");
        await using (var gate = await GatedOrg.StartAsync(org, pages: 3))
        {
            using var console = gate.Start(_folder, "--yes", "--json", "--store", Store);
            await Eventually.TrueAsync(() => console.HasEnded || Count("contacts") > 0, "a batch should be committed");
            console.Send(ConsoleProcess.Kill);
            (await console.EndAsync()).ExitCode.Should().Be(128 + ConsoleProcess.Kill);
        }

        Count("contacts").Should().BePositive().And.BeLessThan(9_000, "it was killed in the middle");
        string run = Column("SELECT id FROM imports").Single()!;
        var resumed = (await org.ImportAsync(_folder, "--resume", run, "--json", "--store", Store)).ShouldExitWith(0);

        resumed.Run.Should().Be(run);
        resumed.Total("selected").Should().Be(10_500);
        resumed.Total("created").Should().Be(Count("contacts"));
    }

    [Fact]
    public async Task A_run_that_was_stopped_tells_how_to_go_on_without_the_password()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "100", "--contacts", "6000");
        await using var gate = await GatedOrg.StartExpiringAsync(org, pages: 1);
        using var console = gate.Start(_folder, "--yes", "--json", "--store", Store);
        var failed = (await console.EndAsync()).ShouldExitWith(5);

        failed.Error.Should().Contain($"--resume {failed.Run} --store \"Host=127.0.0.1;");
        (failed.Error + failed.Output).Should().NotContain(Password);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=crm;Username=importer;Password=open-sesame", "'crm' on '127.0.0.1:1'")]
    [InlineData("postgresql://importer:open-sesame@127.0.0.1/crm", "Host=db.example.com;Database=crm")]
    [InlineData("Server=127.0.0.1;Datenbank=crm;Password=open-sesame", "connection string")]
    public async Task A_server_that_cannot_be_used_is_told_before_the_org_is_asked_anything(string store, string message)
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "10", "--contacts", "10");
        var refused = (await org.ImportAsync(_folder, "--yes", "--json", "--store", store)).ShouldExitWith(2);

        refused.Error.Should().Contain(message);
        (refused.Error + refused.Output).Should().NotContain("open-sesame");
        (await org.CountCallsAsync()).Should().Be(0);
    }

    private async Task<ConsoleResult> ConsoleAsync(int exitCode, params string[] arguments)
    {
        var result = (await ConsoleProcess.RunAsync(_folder, arguments)).ShouldExitWith(exitCode);
        (result.Error + result.Output).Should().NotContain(Password);
        return result;
    }

    private long Count(string table) =>
        Column($"SELECT to_regclass('{table}')::text") is [null] ? 0
            : long.Parse(Column($"SELECT count(*)::text FROM {table}").Single()!, CultureInfo.InvariantCulture);

    private List<string?> Column(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Store) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var column = new List<string?>();
        while (reader.Read())
        {
            column.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
        }

        return column;
    }
}
