using System.Globalization;
using System.Text.RegularExpressions;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

/// <summary>The small samples, each run to its end: what they print is what lies in their database.</summary>
public sealed class SampleTests : IDisposable
{
    private const string Contacts = "SELECT COUNT(*) FROM contacts WHERE salesforce_object = 'Contact'";
    private const string Leads = "SELECT COUNT(*) FROM contacts WHERE salesforce_object = 'Lead'";

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string, string[]> Samples => new()
    {
        { "AllLeads", "all-leads.db", ["Lead", Leads] },
        { "AllContacts", "all-contacts.db", ["Contact", Contacts] },
        { "LeadsAndContacts", "leads-and-contacts.db", ["Lead", Leads, "Contact", Contacts] },
        { "AccountsOfContacts", "accounts-of-contacts.db", ["Contact", Contacts, "Account", "SELECT COUNT(*) FROM accounts"] },
        {
            "OpportunitiesOfContacts", "opportunities-of-contacts.db",
            ["Opportunity", "SELECT COUNT(*) FROM opportunities", "OpportunityContactRole", "SELECT COUNT(*) FROM opportunity_contacts"]
        },
        { "TasksOfContacts", "tasks-of-contacts.db", ["Lead", Leads, "Contact", Contacts, "Task", "SELECT COUNT(*) FROM tasks"] },
        {
            "CustomStore", "custom-store.db",
            ["Lead", LedBy("Lead"), "Contact", LedBy("Contact"), "Account", "SELECT COUNT(*) FROM Companies"]
        },
        { "CampaignMembers", "campaign-members.db", ["Lead", Leads, "Contact", Contacts, "CampaignMember", "SELECT COUNT(*) FROM campaign_members"] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_imports_what_it_says_and_nothing_more_when_it_is_run_again(string sample, string database, string[] counts)
    {
        var first = await RunAsync(sample);
        var again = await RunAsync(sample);

        first.Output.Should().Contain("It fits").And.MatchRegex("first_name|GivenName", "rows are shown as they lie in the database");
        foreach (string[] count in counts.Chunk(2))
        {
            long created = Created(first, count[0]);
            created.Should().BePositive();
            created.Should().Be(new StoreReader(_folder.File(database)).Scalar(count[1]), "that is how many the database holds of {0}", count[0]);
            Created(again, count[0]).Should().Be(0);
        }
    }

    [Fact]
    public async Task After_an_import_only_what_has_changed_comes_in()
    {
        var result = await RunAsync("ChangesOnly");

        var reports = Regex.Matches(result.Output, @"(?m)^\| Contact +\| (?<selected>[\d,]+) +\| (?<created>[\d,]+) +\| (?<updated>[\d,]+) +\| [\d,]+ +\|");
        reports.Select(report => report.Groups["selected"].Value).Should().HaveCount(2).And.HaveElementAt(0, "3,400");
        reports[1].Groups["created"].Value.Should().Be("0");
        reports[1].Groups["updated"].Value.Should().Be("3");
        long selected = long.Parse(reports[1].Groups["selected"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        selected.Should().BeLessThan(3_400);
        new StoreReader(_folder.File("changes-only.db")).Scalar("SELECT COUNT(*) FROM contacts WHERE title LIKE 'Promoted at %'").Should().Be(3);
    }

    [Fact]
    public async Task What_was_previewed_comes_in_and_is_taken_back()
    {
        var result = await RunAsync("PreviewAndUndo");

        result.Output.Should().MatchRegex("The preview found [1-9]").And.Contain("(AlwaysSalesforce)").And.MatchRegex("Undone, without an API call: [1-9]")
            .And.NotContain("drifted since the preview");
        new StoreReader(_folder.File("preview-and-undo.db")).Scalar("SELECT COUNT(*) FROM contacts").Should().Be(0);
    }

    [Fact]
    public async Task A_campaign_that_is_not_there_is_answered_with_those_that_are()
    {
        var result = await EndAsync("CampaignMembers", null, "Nothing of the kind");

        result.ShouldExitWith(2).Error.Should().Contain("no such active campaign").And.Contain("Spring Webinar 1");
    }

    [Fact]
    public async Task A_real_org_needs_a_client_id()
    {
        var result = await EndAsync("AllLeads", new() { ["SALESFORCE_URL"] = "https://acme.my.salesforce.com" });

        result.ShouldExitWith(2).Error.Should().Contain("SALESFORCE_CLIENT_ID is not");
    }

    [Fact]
    public async Task An_org_that_has_too_few_calls_left_is_left_alone()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "10", "--contacts", "10", "--daily-limit", "6");

        var result = await EndAsync("AllLeads", new(org.Credentials) { ["SALESFORCE_URL"] = org.Url.ToString() });

        result.ShouldExitWith(3).Output.Should().Contain("It does not fit");
        new StoreReader(_folder.File("all-leads.db")).CountContactsIfAny().Should().Be(0);
    }

    private async Task<ConsoleResult> RunAsync(string sample) => (await EndAsync(sample, null)).ShouldExitWith(0);

    private async Task<ConsoleResult> EndAsync(string sample, Dictionary<string, string>? environment, params string[] arguments)
    {
        using var process = ConsoleProcess.Start(Programs.Start(Programs.PathOf(sample), arguments, _folder.Path), environment);
        return await process.EndAsync();
    }

    private static string LedBy(string sObject) =>
        $"SELECT COUNT(*) FROM Customers JOIN ImportSources ON Kind = 'Contact' AND RowId = Customers.Id AND IsLeader AND Object = '{sObject}'";

    /// <summary>The third column of the report's line for an object.</summary>
    private static long Created(ConsoleResult result, string sObject)
    {
        var line = Regex.Match(result.Output, $@"(?m)^\| {sObject} +\| [\d,]+ +\| (?<created>[\d,]+) +\|( [\d,]+ +\|){{6}}\s*$");
        line.Success.Should().BeTrue("the report should have a line for {0}", sObject);
        return long.Parse(line.Groups["created"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }
}
