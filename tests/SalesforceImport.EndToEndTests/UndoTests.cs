using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class UndoTests : IDisposable
{
    private static readonly string[] Shape = ["--leads", "300", "--contacts", "900", "--seed", "7"];

    private readonly TempFolder _folder = new();

    private StoreReader Store => new(_folder.File("salesforce-import.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_is_undone_and_redone_without_a_call_and_history_tells_of_it()
    {
        var people = await RunAsync(0, ["--yes", .. Shape]);
        var deals = await RunAsync(0, ["--yes", "--select", "accounts+opportunities+tasks", .. Shape]);
        string[] tables = ["contacts", "accounts", "opportunities", "tasks", "import_links"];
        var before = Store.Content();
        var counted = tables.Select(Count).ToList();
        counted.Should().OnlyContain(count => count > 0);

        var undone = await RunAsync(0, ["--undo", deals.Run]);
        await RunAsync(0, ["--undo", people.Run]);

        undone.State.Should().Be("completed");
        undone.Calls.Should().Be(0);
        var undo = undone.Json.GetProperty("undo");
        undo.GetProperty("import").GetString().Should().Be(deals.Run);
        undo.GetProperty("removed").GetInt64().Should().Be(counted[1] + counted[2] + counted[3]);
        undo.GetProperty("links").GetInt64().Should().Be(counted[4]);
        tables.Select(Count).Should().OnlyContain(count => count == 0);
        var history = (await ConsoleProcess.RunAsync(_folder, "--history", "--json")).ShouldExitWith(0);
        history.Json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("undoneBy").GetString())
            .Should().Equal(null, null, $"{deals.Run}-undo", $"{people.Run}-undo");

        await RunAsync(0, ["--redo", people.Run]);
        await RunAsync(0, ["--redo", deals.Run]);

        tables.Select(Count).Should().Equal(counted);
        Store.Content().Should().Equal(before);
    }

    /// <summary>Contacts take the lead of rows that leads had made, join them, and bring converted leads with them: all of that goes back.</summary>
    [Fact]
    public async Task Contacts_that_took_over_the_rows_of_leads_give_them_back()
    {
        await RunAsync(0, ["--yes", "--select", "leads", .. Shape]);
        var before = WithoutOptOuts();
        var contacts = await RunAsync(0, ["--yes", "--select", "contacts", .. Shape]);
        var after = Store.Content();

        var undone = await RunAsync(0, ["--undo", contacts.Run]);

        undone.Json.GetProperty("undo").GetProperty("reverted").GetInt64().Should().BePositive();
        undone.Json.GetProperty("undo").GetProperty("left").EnumerateObject().Select(left => left.Name).Should().Equal("OptOutKept");
        WithoutOptOuts().Should().Equal(before);
        await RunAsync(0, ["--redo", contacts.Run]);
        Store.Content().Should().Equal(after);
    }

    [Fact]
    public async Task What_the_application_wrote_stays_and_is_reported()
    {
        var import = await RunAsync(0, ["--yes", .. Shape]);
        Store.Execute("CREATE TABLE orders (contact_id INTEGER REFERENCES contacts (id))");
        Store.Execute("INSERT INTO orders SELECT id FROM contacts ORDER BY id LIMIT 2");
        Store.Execute("UPDATE contacts SET phone = 'ours' WHERE id IN (SELECT id FROM contacts ORDER BY id DESC LIMIT 3)");

        var undone = await RunAsync(0, ["--undo", import.Run]);

        var left = undone.Json.GetProperty("undo").GetProperty("left");
        left.GetProperty("WrittenByHost").GetInt64().Should().Be(3);
        left.GetProperty("StillReferenced").GetInt64().Should().Be(2);
        Count("contacts").Should().Be(5);
    }

    [Fact]
    public async Task Killed_it_goes_on_where_it_stood()
    {
        var import = await RunAsync(0, ["--yes", "--leads", "10", "--contacts", "20000"]);
        long before = Count("contacts");
        using (var console = ConsoleProcess.Start(_folder, null, "--undo", import.Run, "--json"))
        {
            await Eventually.TrueAsync(() => console.HasEnded || Count("contacts") < before, "a batch should be undone");
            console.Send(ConsoleProcess.Kill);
            (await console.EndAsync()).ExitCode.Should().Be(128 + ConsoleProcess.Kill);
        }

        Count("contacts").Should().BePositive("it was killed in the middle");
        var refused = await RunAsync(3, ["--redo", import.Run]);
        refused.State.Should().Be("refused");
        refused.Error.Should().Contain($"{import.Run}-undo");

        var undone = await RunAsync(0, ["--resume", $"{import.Run}-undo"]);

        undone.Json.GetProperty("undo").GetProperty("removed").GetInt64().Should().Be(before);
        Count("contacts").Should().Be(0);
    }

    [Fact]
    public async Task What_cannot_be_undone_is_refused_or_unknown()
    {
        (await ConsoleProcess.RunAsync(_folder, "--undo", "nothing")).ShouldExitWith(2).Error.Should().Contain("knows no run");
        var import = await RunAsync(0, ["--yes", .. Shape]);
        (await ConsoleProcess.RunAsync(_folder, "--undo", "nothing")).ShouldExitWith(2).Error.Should().Contain("knows no run");
        (await RunAsync(3, ["--redo", import.Run])).Error.Should().Contain("is not undone");
        await RunAsync(0, ["--undo", import.Run]);
        (await RunAsync(3, ["--undo", import.Run])).Error.Should().Contain("was undone already");
    }

    private async Task<ConsoleResult> RunAsync(int code, IEnumerable<string> arguments) =>
        (await ConsoleProcess.RunAsync(_folder, [.. arguments, "--json"])).ShouldExitWith(code);

    private List<string> WithoutOptOuts() =>
    [
        .. Store.Rows("SELECT id, salesforce_id, salesforce_object, _match_email, email, first_name, last_name, title, phone, company, lead_status, city FROM contacts ORDER BY id")
            .Concat(Store.Rows("SELECT salesforce_id, row_id, contributes, linked_to FROM import_sources WHERE NOT contributes ORDER BY salesforce_id"))
            .Select(row => string.Join('|', row)),
    ];

    private long Count(string table) => Store.Scalar($"SELECT COUNT(*) FROM {table}");
}
