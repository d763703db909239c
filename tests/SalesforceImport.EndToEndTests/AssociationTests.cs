using Npgsql;
using SalesforceImport.EndToEndTests.Support;
using SalesforceImport.PostgreSql.Testing;

namespace SalesforceImport.EndToEndTests;

/// <summary>Accounts, opportunities and tasks of contacts, and campaigns, as a user of the console gets them into a database.</summary>
public sealed class AssociationTests : IDisposable
{
    private const string Everything = "leads-and-contacts+accounts+opportunities+tasks-and-events";

    private static readonly string[] Ties =
    [
        """
        SELECT 'contact account', person.salesforce_id, account.salesforce_id FROM contact_accounts tie
        JOIN contacts person ON person.id = tie.contact_id JOIN accounts account ON account.id = tie.account_id
        """,
        """
        SELECT 'opportunity account', deal.salesforce_id, account.salesforce_id FROM opportunity_accounts tie
        JOIN opportunities deal ON deal.id = tie.opportunity_id JOIN accounts account ON account.id = tie.account_id
        """,
        """
        SELECT 'opportunity contact', deal.salesforce_id, person.salesforce_id FROM opportunity_contacts tie
        JOIN opportunities deal ON deal.id = tie.opportunity_id JOIN contacts person ON person.id = tie.contact_id
        """,
        """
        SELECT 'task contact', task.salesforce_id, person.salesforce_id FROM task_contacts tie
        JOIN tasks task ON task.id = tie.task_id JOIN contacts person ON person.id = tie.contact_id
        """,
    ];

    private readonly TempFolder _folder = new();

    private StoreReader Store => new(_folder.File("salesforce-import.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_of_the_contacts_comes_in_at_once_linked_and_the_same_on_both_databases()
    {
        string[] arguments = ["--yes", "--json", "--select", Everything, "--leads", "300", "--contacts", "900"];
        var file = (await ConsoleProcess.RunAsync(_folder, arguments)).ShouldExitWith(0);
        await using var schema = await SharedServer.CreateSchemaAsync();
        var server = (await ConsoleProcess.RunAsync(_folder, [.. arguments, "--store", schema.ConnectionString])).ShouldExitWith(0);

        foreach (string name in new[] { "Lead", "Contact", "Account", "Opportunity", "OpportunityContactRole", "Task", "Event" })
        {
            file.Count(name, "created").Should().BePositive();
            server.Count(name, "created").Should().Be(file.Count(name, "created"));
        }

        Store.Scalar("SELECT COUNT(*) FROM accounts").Should().Be(file.Count("Account", "created"));
        Store.Scalar("SELECT COUNT(*) FROM opportunities").Should().Be(file.Count("Opportunity", "created"));
        Store.Scalar("SELECT COUNT(*) FROM tasks").Should().Be(file.Count("Task", "created") + file.Count("Event", "created"));
        var ties = TiesInFile();
        ties.Select(tie => tie.Split('|')[0]).Distinct().Should().HaveCount(4);
        ties.Should().Equal(await TiesOnServerAsync(schema.ConnectionString));
    }

    [Fact]
    public async Task Killed_among_the_tasks_it_resumes_and_ends_like_an_undisturbed_import()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "300", "--contacts", "6000", "--accounts", "3000", "--opportunities", "2000", "--tasks", "9000");
        (await org.ImportAsync(_folder, "--yes", "--select", "leads-and-contacts")).ShouldExitWith(0);
        string[] rest = ["--yes", "--json", "--select", "accounts+opportunities+tasks", "--transport", "rest"];
        File.Copy(_folder.File("salesforce-import.db"), _folder.File("undisturbed.db"));
        var undisturbed = (await org.ImportAsync(_folder, [.. rest, "--store", "undisturbed.db"])).ShouldExitWith(0);

        await using (var gate = await GatedOrg.StartAsync(org, pages: 8))
        {
            using var console = gate.Start(_folder, rest);
            await Eventually.TrueAsync(() => console.HasEnded || CountTasks() > 0, "some tasks should be committed");
            console.Send(ConsoleProcess.Kill);
            await console.EndAsync();
        }

        CountTasks().Should().BePositive().And.BeLessThan(undisturbed.Count("Task", "created"), "it was killed in the middle");
        string run = (string)Store.Rows("SELECT id FROM imports ORDER BY number DESC LIMIT 1").Single()[0]!;
        var resumed = (await org.ImportAsync(_folder, "--resume", run, "--json")).ShouldExitWith(0);

        foreach (string name in new[] { "Account", "Opportunity", "OpportunityContactRole", "Task" })
        {
            resumed.Count(name, "selected").Should().Be(undisturbed.Count(name, "selected"));
            resumed.Count(name, "created").Should().Be(undisturbed.Count(name, "created"));
        }

        TiesInFile().Should().Equal(TiesInFile("undisturbed.db"));
    }

    [Fact]
    public async Task A_campaign_is_found_by_name_and_its_members_are_listed()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--yes", "--json", "--select", "campaign:spring webinar 1")).ShouldExitWith(0);

        result.Json.GetProperty("list").GetProperty("name").GetString().Should().Contain("campaign Spring Webinar 1");
        result.Count("CampaignMember", "created").Should().BePositive();
        Store.Scalar("SELECT COUNT(*) FROM campaign_members WHERE status IS NOT NULL").Should().BePositive();
        Store.Scalar("SELECT COUNT(DISTINCT contact_id) FROM campaign_members").Should().Be(result.Json.GetProperty("list").GetProperty("count").GetInt64());
    }

    [Theory]
    [InlineData(3, "AccountSync is off", "--select", "accounts", "--without", "account-sync")]
    [InlineData(3, "OpportunitySync is off", "--select", "contacts+opportunities", "--without", "opportunity-sync")]
    [InlineData(3, "TaskSync is off", "--select", "tasks", "--without", "task-sync")]
    [InlineData(3, "is not active", "--select", "campaign:Customer Forum 6")]
    [InlineData(3, "There is no campaign 701000000000000AAA", "--select", "campaign:701000000000000")]
    [InlineData(2, "has no campaign 'Nothing of the kind'. There are:", "--select", "campaign:Nothing of the kind")]
    [InlineData(2, "by its id", "--select", "contacts+campaign:Spring Webinar 1")]
    [InlineData(2, "names no campaign", "--select", "campaign:")]
    [InlineData(2, "--where narrows", "--select", "accounts", "--where", "Name != null")]
    [InlineData(2, "'sync' is no sync option", "--without", "sync")]
    public async Task What_cannot_be_imported_is_refused_with_the_reason(int exitCode, string reason, params string[] arguments)
    {
        var refused = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", .. arguments])).ShouldExitWith(exitCode);

        refused.Error.Should().Contain(reason);
    }

    private static async Task<List<string>> TiesOnServerAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var ties = new List<string>();
        foreach (string query in Ties)
        {
            await using var command = source.CreateCommand(query);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                ties.Add($"{reader[0]}|{reader[1]}|{reader[2]}");
            }
        }

        ties.Sort(StringComparer.Ordinal);
        return ties;
    }

    private List<string> TiesInFile(string file = "salesforce-import.db")
    {
        var store = new StoreReader(_folder.File(file));
        var ties = Ties.SelectMany(store.Rows).Select(row => string.Join('|', row)).ToList();
        ties.Sort(StringComparer.Ordinal);
        return ties;
    }

    private long CountTasks() =>
        Store.Rows("SELECT name FROM sqlite_schema WHERE name = 'tasks'").Count == 0 ? 0 : Store.Scalar("SELECT COUNT(*) FROM tasks");
}
