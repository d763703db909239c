namespace SalesforceImport.Emulator.Tests.Data;

public sealed class GeneratedOrgTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private EmulatedOrg Org => fixture.Emulator.Org;

    private List<EmulatedRecord> Leads => [.. Org.Rows("Lead")];

    private List<EmulatedRecord> Contacts => [.. Org.Rows("Contact")];

    [Fact]
    public void The_org_has_the_sizes_asked_for()
    {
        Org.Count("Lead").Should().Be(1200);
        Org.Count("Contact").Should().Be(3400);
        Org.Count("Account").Should().Be(800);
        Org.Count("Opportunity").Should().Be(600);
        Org.Count("OpportunityContactRole").Should().Be(900);
        Org.Count("Campaign").Should().Be(6);
        Org.Count("CampaignMember").Should().Be(6 * 575);
        Org.Rows("Task", includeHidden: true).Count().Should().Be(2000);
    }

    [Fact]
    public void Eight_percent_of_leads_are_converted_to_contacts_and_half_of_them_share_the_address()
    {
        var leads = Leads;
        var converted = leads.Where(lead => (bool)lead["IsConverted"]!).ToList();
        converted.Count.Should().Be(96);
        var pairs = converted.Select(lead => (Lead: lead, Contact: Org.Find((string)lead["ConvertedContactId"]!)!)).ToList();
        pairs.Should().OnlyContain(pair => pair.Contact.Object == "Contact" && Org.Find((string)pair.Lead["ConvertedAccountId"]!)!.Object == "Account");
        pairs.Select(pair => pair.Contact.Id).Should().OnlyHaveUniqueItems();
        pairs.Count(pair => Equals(pair.Lead["Email"], pair.Contact["Email"])).Should().BeInRange(40, 56);
        leads.Except(converted).Should().OnlyContain(lead => lead["ConvertedContactId"] == null && lead["ConvertedDate"] == null);
    }

    [Fact]
    public void Some_unconverted_leads_share_an_address_with_a_contact()
    {
        var addresses = Contacts.Select(c => (string?)c["Email"]).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shared = Leads.Count(lead => !(bool)lead["IsConverted"]! && lead["Email"] is string email && addresses.Contains(email));
        shared.Should().BeInRange(55, 80);
    }

    [Fact]
    public void Some_contacts_share_an_address_also_in_other_casing()
    {
        var addresses = Contacts.Select(c => (string?)c["Email"]).OfType<string>().ToList();
        var shared = addresses.GroupBy(a => a, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).ToList();
        shared.Count.Should().BeInRange(60, 70);
        shared.Count(group => group.Distinct(StringComparer.Ordinal).Count() > 1).Should().BeInRange(25, 40);
        addresses.Should().OnlyContain(a => a.Length <= 80 && a.Contains('@'));
    }

    [Fact]
    public void One_person_in_forty_has_no_address()
    {
        Contacts.Count(c => c["Email"] is null).Should().Be(85);
        Leads.Count(l => l["Email"] is null).Should().BeInRange(20, 40);
    }

    [Fact]
    public void People_are_of_many_languages_and_write_what_people_write()
    {
        Contacts.Select(c => c["MailingCountry"]).Distinct().Count().Should().BeGreaterThan(12);
        Contacts.Select(c => (string)c["LastName"]!).Should().Contain(["O'Brien", "Müller", "山田"]);
        Contacts.Select(c => (string?)c["Title"]).Should().Contain(["N/A", "None", null]);
        var remarks = Contacts.Select(c => (string?)c["Description"]).OfType<string>().ToList();
        remarks.Should().Contain(text => text.Contains('\n')).And.Contain(text => text.Contains('"'));
        Contacts.Count(c => (bool)c["HasOptedOutOfEmail"]!).Should().BePositive();
        Contacts.Count(c => c["Phone"] is null).Should().BePositive();
    }

    [Fact]
    public void Text_is_never_longer_than_its_field()
    {
        var schema = Org.Snapshot.Schema;
        foreach (var definition in schema.Objects)
        {
            var texts = definition.Fields.Where(field => field.IsText).ToList();
            foreach (var record in Org.Rows(definition.Name, includeHidden: true))
            {
                foreach (var field in texts)
                {
                    ((string?)record[field.Name] ?? "").Length.Should().BeLessThanOrEqualTo(field.Length, "{0}.{1}", definition.Name, field.Name);
                }
            }
        }
    }

    [Fact]
    public void Required_fields_are_never_null()
    {
        var schema = Org.Snapshot.Schema;
        foreach (var definition in schema.Objects)
        {
            var required = definition.Fields.Where(field => !field.Has(Emulator.Schema.FieldFlag.Nillable)).ToList();
            foreach (var record in Org.Rows(definition.Name, includeHidden: true))
            {
                required.Should().OnlyContain(field => record[field.Name] != null, "{0}", record);
            }
        }
    }

    [Fact]
    public void References_lead_to_records_that_are_there()
    {
        var schema = Org.Snapshot.Schema;
        foreach (var definition in schema.Objects)
        {
            var references = definition.Fields.Where(field => field.ReferenceTo.Any(target => schema.FindAnyObject(target) is not null)).ToList();
            foreach (var record in Org.Rows(definition.Name, includeHidden: true))
            {
                foreach (var field in references)
                {
                    if (record[field.Name] is string id)
                    {
                        field.ReferenceTo.Should().Contain(Org.Find(id)!.Object, "{0} of {1}", field.Name, record);
                    }
                }
            }
        }
    }

    [Fact]
    public void Times_never_go_back_and_several_rows_share_one()
    {
        foreach (var field in new[] { "CreatedDate", "LastModifiedDate", "SystemModstamp" })
        {
            Contacts.Select(c => (DateTimeOffset)c[field]!).Should().BeInAscendingOrder();
        }

        Contacts.Should().OnlyContain(c => (DateTimeOffset)c["CreatedDate"]! <= (DateTimeOffset)c["LastModifiedDate"]!
            && (DateTimeOffset)c["LastModifiedDate"]! <= (DateTimeOffset)c["SystemModstamp"]!);
        Contacts.GroupBy(c => c["SystemModstamp"]).Should().Contain(group => group.Count() == 200);
    }

    [Fact]
    public void Opportunities_have_one_primary_role_and_belong_to_its_contacts_account()
    {
        var roles = Org.Rows("OpportunityContactRole").ToLookup(role => (string)role["OpportunityId"]!);
        foreach (var deal in Org.Rows("Opportunity"))
        {
            roles[deal.Id].Count().Should().BeInRange(1, 2);
            roles[deal.Id].Select(role => role["ContactId"]).Should().OnlyHaveUniqueItems();
            var primary = roles[deal.Id].Single(role => (bool)role["IsPrimary"]!);
            Org.Find((string)primary["ContactId"]!)!["AccountId"].Should().Be(deal["AccountId"]);
        }

        roles.SelectMany(group => group).GroupBy(role => role["ContactId"]).Should().Contain(group => group.Count() > 2);
    }

    [Fact]
    public void Tasks_of_leads_are_about_nothing_else()
    {
        var tasks = Org.Rows("Task", includeHidden: true).ToList();
        tasks.Where(t => t["WhoId"] is string who && who.StartsWith("00Q", StringComparison.Ordinal)).Should().NotBeEmpty().And.OnlyContain(t => t["WhatId"] == null);
        tasks.Count(t => (bool)t["IsArchived"]!).Should().BeInRange(10, 200);
        tasks.Where(t => (bool)t["IsArchived"]!).Should().OnlyContain(t => (bool)t["IsClosed"]!);
    }

    [Fact]
    public async Task Archived_tasks_are_seen_by_query_all_only()
    {
        var archived = Org.Rows("Task", includeHidden: true).Where(t => (bool)t["IsArchived"]!).Select(t => t.Id).ToList();
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Task")).Should().Be(2000 - archived.Count);
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Task", all: true)).Should().Be(2000);
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Task WHERE IsArchived = true", all: true)).Should().Equal(archived);
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Task WHERE IsArchived = true")).Should().BeEmpty();
        Org.Count("Task").Should().Be(2000 - archived.Count);
    }

    [Fact]
    public void Campaigns_hold_leads_and_contacts_nobody_twice()
    {
        Org.Rows("Campaign").Count(c => !(bool)c["IsActive"]!).Should().Be(2);
        foreach (var campaign in Org.Rows("CampaignMember").GroupBy(member => member["CampaignId"]))
        {
            campaign.Count(member => member["LeadId"] is not null).Should().Be(150);
            campaign.Where(m => m["LeadId"] is not null).Select(m => m["LeadId"]).Should().OnlyHaveUniqueItems();
            campaign.Where(m => m["LeadId"] is null).Select(m => m["ContactId"]).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        }
    }

    [Fact]
    public void A_member_is_called_as_the_person_it_is()
    {
        foreach (var member in Org.Rows("CampaignMember").Take(600))
        {
            var person = Org.Find((string)(member["ContactId"] ?? member["LeadId"])!)!;
            (member["Name"], member["Email"], member["LeadOrContactId"]).Should().Be((person["Name"], person["Email"], person.Id));
            member["CompanyOrAccount"].Should().Be(
                person.Object == "Lead" ? person["Company"] : person["AccountId"] is string account ? Org.Find(account)!["Name"] : null);
        }
    }
}
