using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class ChildQueryTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private EmulatedOrg Org => fixture.Emulator.Org;

    [Fact]
    public async Task Children_are_a_page_of_their_own_inside_the_record()
    {
        var contacts = Org.Rows("Contact").Where(c => c["AccountId"] is not null).ToLookup(c => (string)c["AccountId"]!, c => c.Id);
        var records = await fixture.Client.QueryRecordsAsync("SELECT Id, Name, (SELECT Id, AccountId FROM contacts) FROM Account");
        foreach (var record in records)
        {
            var expected = contacts[record.RequiredString("Id")].ToList();
            if (expected.Count == 0)
            {
                record["Contacts"].Should().BeNull();
                continue;
            }

            record["Contacts"]!.AsObject().Select(pair => pair.Key).Should().Equal("totalSize", "done", "records");
            ((int)record["Contacts"]!["totalSize"]!).Should().Be(expected.Count);
            Ids(record["Contacts"]!).Should().Equal(expected);
        }

        records.Should().Contain(record => record["Contacts"] == null).And.Contain(record => record["Contacts"] != null);
    }

    [Fact]
    public async Task Many_children_have_pages_to_follow_though_the_outer_query_is_done()
    {
        var answer = await fixture.Client.QueryAsync("SELECT Id, (SELECT Id FROM CampaignMembers ORDER BY Id) FROM Campaign LIMIT 1");
        ((bool)answer["done"]!).Should().BeTrue();
        var members = answer["records"]![0]!["CampaignMembers"]!;
        ((bool)members["done"]!).Should().BeFalse();
        var ids = Ids(members).ToList();
        ids.Count.Should().Be(199);
        members.RequiredString("nextRecordsUrl").Should().EndWith("-199");
        ids.AddRange(Ids(await fixture.Client.GetJsonAsync(members.RequiredString("nextRecordsUrl"))));
        ids.Should().Equal(Org.Rows("CampaignMember").Where(m => Equals(m["CampaignId"], Org.IdAt("Campaign", 0))).Select(m => m.Id));
    }

    [Fact]
    public async Task Children_can_be_filtered_ordered_and_limited()
    {
        var records = await fixture.Client.QueryRecordsAsync(
            "SELECT Id, (SELECT IsPrimary, Contact.Name FROM OpportunityContactRoles WHERE IsPrimary = true ORDER BY Id DESC LIMIT 1) FROM Opportunity LIMIT 50");
        records.Should().OnlyContain(record => (int)record["OpportunityContactRoles"]!["totalSize"]! == 1);
        records[0]["OpportunityContactRoles"]!["records"]![0]!["Contact"]!.RequiredString("Name").Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_child_relationship_is_refused() =>
        (await fixture.Client.QueryErrorAsync("SELECT Id, (SELECT Id FROM Pets) FROM Account")).Message.Should().Contain("Didn't understand relationship 'Pets' in FROM part of query call");

    [Theory]
    [InlineData("SELECT Id, (SELECT Id, Foo FROM Contacts) FROM Account")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts WHERE Foo = 'x') FROM Account")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts ORDER BY Foo) FROM Account")]
    public async Task Unknown_fields_of_children_are_refused_before_anything_is_sent(string soql) =>
        (await fixture.Client.QueryErrorAsync(soql)).Code.Should().Be("INVALID_FIELD");

    private static IEnumerable<string> Ids(JsonNode page) => page["records"]!.AsArray().Select(record => record!.RequiredString("Id"));
}
