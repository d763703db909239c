using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Data;

/// <summary>What a campaign says of its members and opportunities is what they are.</summary>
public sealed class CampaignCountTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { Leads = 300, Contacts = 400, TimeProvider = _time });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Generated_campaigns_count_what_queries_find()
    {
        foreach (var campaign in Org.Rows("Campaign"))
        {
            var (members, deals) = ($"SELECT COUNT() FROM CampaignMember WHERE CampaignId = '{campaign.Id}' AND ", $"FROM Opportunity WHERE CampaignId = '{campaign.Id}'");
            campaign["NumberOfLeads"].Should().Be((long)await _client.CountAsync(members + "LeadId != null"));
            campaign["NumberOfConvertedLeads"].Should().Be((long)await _client.CountAsync(members + "LeadId != null AND ContactId != null"));
            campaign["NumberOfContacts"].Should().Be((long)await _client.CountAsync(members + "LeadId = null AND ContactId != null"));
            campaign["NumberOfResponses"].Should().Be((long)await _client.CountAsync(members + "HasResponded = true")).And.NotBe(0L);
            campaign["NumberOfOpportunities"].Should().Be((long)await _client.CountAsync($"SELECT COUNT() {deals}")).And.NotBe(0L);
            var won = (await _client.QueryRecordsAsync($"SELECT COUNT(Id) n, SUM(Amount) a {deals} AND IsWon = true")).Single();
            campaign["NumberOfWonOpportunities"].Should().Be((long)won["n"]!);
            campaign["AmountWonOpportunities"].Should().Be((decimal?)won["a"] ?? 0);
            campaign["AmountAllOpportunities"].Should().Be((decimal)(await _client.QueryRecordsAsync($"SELECT SUM(Amount) a {deals}")).Single()["a"]!);
        }
    }

    [Fact]
    public void Members_that_come_answer_convert_and_go_are_counted()
    {
        var id = Insert("Campaign", ("Name", "Spring"));
        Counts(id).Should().Be((0, 0, 0, 0));
        var lead = Org.Rows("Lead").First(row => row["IsConverted"] is false).Id;
        var member = Insert("CampaignMember", ("CampaignId", id), ("LeadId", lead));
        Insert("CampaignMember", ("CampaignId", id), ("ContactId", Org.IdAt("Contact", 0)), ("Status", "Responded"));
        Counts(id).Should().Be((1, 0, 1, 1));
        Org.Update(member, new Dictionary<string, object?> { ["Status"] = "Responded" });
        Counts(id).Should().Be((1, 0, 1, 2));
        Org.ConvertLead(lead);
        Counts(id).Should().Be((1, 1, 1, 2));
        Org.Delete(member);
        Counts(id).Should().Be((0, 0, 1, 1));
        Org.Undelete(member);
        Counts(id).Should().Be((1, 1, 1, 2));
        Org.Find(id)!["SystemModstamp"].Should().Be(Org.Find(id)!["CreatedDate"]);
    }

    [Fact]
    public void Opportunities_that_come_change_and_go_are_counted()
    {
        var id = Insert("Campaign", ("Name", "Spring"));
        var deal = Insert("Opportunity", ("Name", "x"), ("StageName", "Prospecting"), ("CloseDate", new DateOnly(2026, 8, 1)), ("Amount", 125.5m), ("CampaignId", id));
        Deals(id).Should().Be((1, 0, 125.5m, 0));
        Org.Update(deal, new Dictionary<string, object?> { ["StageName"] = "Closed Won" });
        Deals(id).Should().Be((1, 1, 125.5m, 125.5m));
        Org.Update(deal, new Dictionary<string, object?> { ["CampaignId"] = null });
        Deals(id).Should().Be((0, 0, 0, 0));
    }

    [Fact]
    public void A_status_says_whether_its_members_have_responded_and_which_one_new_members_have()
    {
        var id = Insert("Campaign", ("Name", "Fair"));
        Insert("CampaignMemberStatus", ("CampaignId", id), ("Label", "Attended"), ("SortOrder", 3), ("HasResponded", true));
        var invited = Org.Rows("CampaignMemberStatus").Single(row => row["CampaignId"] is string campaign && campaign == id && row["Label"] is "Sent").Id;
        Org.Update(invited, new Dictionary<string, object?> { ["Label"] = "Invited" });
        var member = Insert("CampaignMember", ("CampaignId", id), ("ContactId", Org.IdAt("Contact", 1)));
        (Org.Find(member)!["Status"], Org.Find(member)!["HasResponded"], Org.Find(member)!["FirstRespondedDate"]).Should().Be(("Invited", false, null));
        Org.Update(member, new Dictionary<string, object?> { ["Status"] = "Attended" });
        _time.Advance(TimeSpan.FromDays(2));
        Org.Update(member, new Dictionary<string, object?> { ["Status"] = "Responded" });
        (Org.Find(member)!["HasResponded"], Org.Find(member)!["FirstRespondedDate"]).Should().Be((true, new DateOnly(2026, 7, 1)));
        Counts(id).Should().Be((0, 0, 1, 1));
    }

    private string Insert(string name, params (string Field, object? Value)[] fields) => Org.Insert(name, fields.ToDictionary(field => field.Field, field => field.Value));

    private (long Leads, long Converted, long Contacts, long Responses) Counts(string id) => Org.Find(id) is var campaign
        ? ((long)campaign!["NumberOfLeads"]!, (long)campaign["NumberOfConvertedLeads"]!, (long)campaign["NumberOfContacts"]!, (long)campaign["NumberOfResponses"]!)
        : default;

    private (long All, long Won, decimal Amount, decimal WonAmount) Deals(string id) => Org.Find(id) is var campaign
        ? ((long)campaign!["NumberOfOpportunities"]!, (long)campaign["NumberOfWonOpportunities"]!, (decimal)campaign["AmountAllOpportunities"]!, (decimal)campaign["AmountWonOpportunities"]!)
        : default;
}
