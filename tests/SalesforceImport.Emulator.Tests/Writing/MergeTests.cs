using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class MergeTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly EmulatedOrg _org;

    public MergeTests() => _org = new EmulatedOrg(new EmulatorOptions { TimeProvider = _time });

    [Fact]
    public void What_refers_to_the_loser_refers_to_the_winner_and_shows_that_it_changed()
    {
        var task = _org.Rows("Task").First(row => row["WhoId"] is string who && _org.Find(who)!.Object == "Contact");
        var loser = (string)task["WhoId"]!;
        var winner = _org.Rows("Contact").First(row => row.Id != loser).Id;
        var role = _org.Insert("OpportunityContactRole", Fields(("OpportunityId", _org.IdAt("Opportunity", 0)), ("ContactId", loser)));
        var converted = _org.IdAt("Lead", 0);
        _org.ConvertLead(converted, _org.IdAt("Account", 0), loser);
        var roles = Ids("OpportunityContactRole", "ContactId", loser);
        var leads = Ids("Lead", "ConvertedContactId", loser);
        _org.Merge(winner, loser);

        _org.Find(loser)!["MasterRecordId"].Should().Be(winner);
        _org.Find(loser)!["IsDeleted"].Should().Be(true);
        _org.Find(task.Id)!["WhoId"].Should().Be(winner);
        _org.Find(task.Id)!["SystemModstamp"].Should().Be(_time.GetUtcNow());
        _org.Find(winner)!["SystemModstamp"].Should().Be(_time.GetUtcNow());
        Ids("OpportunityContactRole", "ContactId", winner).Should().Contain(roles.Append(role));
        Ids("Lead", "ConvertedContactId", winner).Should().Contain(leads.Append(converted));
        new[] { "Task", "OpportunityContactRole", "CampaignMember" }.Should().AllSatisfy(name =>
            _org.Rows(name).Should().NotContain(row => Equals(row[name == "Task" ? "WhoId" : "ContactId"], loser)));
    }

    [Fact]
    public void A_campaign_that_both_were_in_keeps_one_member()
    {
        var (winner, loser, campaign) = (_org.IdAt("Contact", 10), _org.IdAt("Contact", 11), _org.Insert("Campaign", Fields(("Name", "Fair"))));
        var kept = _org.Insert("CampaignMember", Fields(("CampaignId", campaign), ("ContactId", winner)));
        var gone = _org.Insert("CampaignMember", Fields(("CampaignId", campaign), ("ContactId", loser)));
        _org.Merge(winner, loser);
        Ids("CampaignMember", "CampaignId", campaign).Should().Equal(kept);
        _org.Find(gone)!["IsDeleted"].Should().Be(true);
    }

    [Fact]
    public void Accounts_take_over_contacts_deals_and_accounts_below()
    {
        var loser = _org.Rows("Account").First(row => row["ParentId"] is not null && Ids("Contact", "AccountId", row.Id).Count > 0);
        var winner = (string)loser["ParentId"]!;
        var contacts = Ids("Contact", "AccountId", loser.Id);
        _org.Merge(winner, loser.Id);
        Ids("Contact", "AccountId", winner).Should().Contain(contacts);
        _org.Count("Contact").Should().Be(3400);
    }

    [Fact]
    public void Only_records_of_one_mergeable_object_are_merged()
    {
        var contact = _org.IdAt("Contact", 0);
        FluentActions.Invoking(() => _org.Merge(contact, contact)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _org.Merge(contact, _org.IdAt("Lead", 0))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _org.Merge(_org.IdAt("Task", 0), _org.IdAt("Task", 1))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _org.Merge(contact, _org.IdAt("Contact", 1), "003000000000000")).Should().Throw<ArgumentException>();
        _org.Count("Contact").Should().Be(3400, "a merge that fails leaves nothing behind");
    }

    [Fact]
    public void What_was_deleted_together_comes_back_together()
    {
        var account = _org.Rows("Account").First(row => Ids("Contact", "AccountId", row.Id).Count > 1).Id;
        var contacts = Ids("Contact", "AccountId", account);
        _org.Delete(contacts[0]);
        _org.Delete(account);
        Ids("Contact", "AccountId", account).Should().BeEmpty();
        _org.Undelete(account);
        Ids("Contact", "AccountId", account).Should().Equal(contacts.Skip(1));
        _org.Undelete(contacts[0]);
        Ids("Contact", "AccountId", account).Should().Equal(contacts);
        FluentActions.Invoking(() => _org.Undelete(account)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_record_deleted_hard_is_not_even_in_the_recycle_bin()
    {
        var (direct, binned) = (_org.IdAt("Lead", 0), _org.IdAt("Lead", 1));
        _org.HardDelete(direct);
        _org.Delete(binned);
        _org.HardDelete(binned);
        _org.Rows("Lead", includeHidden: true).Should().HaveCount(1198);
        FluentActions.Invoking(() => _org.Undelete(binned)).Should().Throw<ArgumentException>();
        _org.Snapshot.State(_org.Snapshot.Schema.Get("Lead")).Deletions.Select(deletion => deletion.Id.ToString()).Should().Equal(direct, binned);
    }

    [Fact]
    public void A_converted_leads_tasks_and_opportunity_are_the_contacts()
    {
        var lead = _org.Rows("Lead").First(row => row["IsConverted"] is false && Ids("Task", "WhoId", row.Id).Count > 0);
        var tasks = Ids("Task", "WhoId", lead.Id);
        var conversion = _org.ConvertLead(lead.Id, opportunityName: "First deal");
        Ids("Task", "WhoId", conversion.ContactId).Should().Equal(tasks);
        var deal = _org.Find(conversion.OpportunityId!)!;
        (deal["Name"], deal["AccountId"], deal["ContactId"]).Should().Be(("First deal", conversion.AccountId, conversion.ContactId));
        _org.Find(lead.Id)!["ConvertedOpportunityId"].Should().Be(conversion.OpportunityId);
        _org.Find(tasks[0])!["WhatId"].Should().Be(conversion.OpportunityId);
        _org.Rows("OpportunityContactRole").Single(row => Equals(row["OpportunityId"], deal.Id))["IsPrimary"].Should().Be(true);
    }

    private List<string> Ids(string objectName, string field, string value) =>
        [.. _org.Rows(objectName, includeHidden: objectName == "Task").Where(row => Equals(row[field], value) && row["IsDeleted"] is false).Select(row => row.Id)];

    private static Dictionary<string, object?> Fields(params (string Name, object? Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);
}
