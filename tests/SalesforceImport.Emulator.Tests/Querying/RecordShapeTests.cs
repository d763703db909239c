using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class RecordShapeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Attributes_come_first_then_fields_as_selected_in_their_own_casing()
    {
        var record = (await fixture.Client.QueryAsync("select LASTNAME, id, email from contact limit 1"))["records"]![0]!.AsObject();
        record.Select(pair => pair.Key).Should().Equal("attributes", "LastName", "Id", "Email");
        record["attributes"]!.ToJsonString().Should().Be(
            $$"""{"type":"Contact","url":"/services/data/v67.0/sobjects/Contact/{{record.RequiredString("Id")}}"}""");
    }

    [Fact]
    public async Task Every_field_of_every_record_is_what_the_org_holds()
    {
        foreach (var objectName in new[] { "Lead", "Contact", "Account", "Opportunity", "OpportunityContactRole", "Task", "Campaign", "CampaignMember", "User", "Organization" })
        {
            var expected = fixture.Emulator.Org.Rows(objectName).Take(150).ToList();
            var records = await fixture.Client.QueryRecordsAsync($"SELECT FIELDS(ALL) FROM {objectName} LIMIT {expected.Count}");
            records.Count.Should().Be(expected.Count);
            foreach (var (record, row) in records.Zip(expected))
            {
                foreach (var (field, value) in row.Fields)
                {
                    Value(record[field]).Should().Be(Text(value), "{0}.{1} of {2}", objectName, field, row.Id);
                }
            }
        }
    }

    [Fact]
    public async Task Fields_of_a_parent_are_an_object_of_their_own()
    {
        var records = await fixture.Client.QueryRecordsAsync("SELECT Id, Account.Name, Name, account.owner.name, Account.Industry FROM Contact LIMIT 40");
        foreach (var (record, contact) in records.Zip(fixture.Emulator.Org.Rows("Contact")))
        {
            record.Select(pair => pair.Key).Should().Equal("attributes", "Id", "Account", "Name");
            if (contact["AccountId"] is not string id)
            {
                record["Account"].Should().BeNull();
                continue;
            }

            var account = fixture.Emulator.Org.Find(id)!;
            record["Account"]!.AsObject().Select(pair => pair.Key).Should().Equal("attributes", "Name", "Owner", "Industry");
            record["Account"]!["attributes"]!.RequiredString("url").Should().EndWith("/sobjects/Account/" + id);
            record["Account"]!.RequiredString("Name").Should().Be((string)account["Name"]!);
            record["Account"]!["Owner"]!.RequiredString("Name").Should().Be((string)fixture.Emulator.Org.Find((string)account["OwnerId"]!)!["Name"]!);
        }

        records.Should().Contain(record => record["Account"] == null);
    }

    [Fact]
    public async Task A_reference_to_several_objects_leads_to_a_name()
    {
        var records = await fixture.Client.QueryRecordsAsync("SELECT Id, WhoId, Who.Name, Who.Type, What.Name FROM Task LIMIT 30");
        foreach (var record in records.Where(record => record["Who"] is not null))
        {
            var who = record.RequiredString("WhoId");
            var person = fixture.Emulator.Org.Find(who)!;
            record["Who"]!["attributes"]!.ToJsonString().Should().Be($$"""{"type":"Name","url":"/services/data/v67.0/sobjects/{{person.Object}}/{{who}}"}""");
            record["Who"]!.RequiredString("Type").Should().Be(person.Object);
            record["Who"]!.RequiredString("Name").Should().Be((string)person["Name"]!);
        }

        records.Select(record => (string?)record["Who"]?["Type"]).Should().Contain(["Contact", "Lead", null]);
    }

    [Fact]
    public async Task Numbers_dates_and_addresses_are_written_as_the_org_writes_them()
    {
        using var response = await fixture.Client.GetAsync(OrgClient.QueryPath(
            "SELECT AnnualRevenue, NumberOfEmployees, CreatedDate, ConvertedDate, IsConverted, Address FROM Lead WHERE IsConverted = true AND AnnualRevenue != null AND City != null LIMIT 1"));
        var body = await response.BodyAsync();
        body.Should().MatchRegex("\"AnnualRevenue\":[0-9]+\\.[0-9],\"NumberOfEmployees\":[0-9]+,");
        body.Should().MatchRegex("\"CreatedDate\":\"[0-9-]{10}T[0-9:]{8}\\.000\\+0000\",\"ConvertedDate\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}\",\"IsConverted\":true");
        JsonNode.Parse(body)!["records"]![0]!["Address"]!.AsObject().Select(pair => pair.Key)
            .Should().Equal("city", "country", "geocodeAccuracy", "latitude", "longitude", "postalCode", "state", "street");
    }

    [Fact]
    public async Task Characters_beyond_ascii_are_sent_as_they_are()
    {
        using var response = await fixture.Client.GetAsync(OrgClient.QueryPath("SELECT LastName FROM Contact WHERE LastName IN ('山田', 'Żółć', 'O\\'Brien')"));
        (await response.BodyAsync()).Should().Contain("\"山田\"").And.Contain("\"Żółć\"").And.Contain("\"O'Brien\"");
    }

    [Fact]
    public async Task A_single_record_can_be_read_by_id()
    {
        var contact = fixture.Emulator.Org.Rows("Contact").ElementAt(5);
        var some = await fixture.Client.GetJsonAsync($"{OrgClient.Version}/sobjects/Contact/{contact.Id[..15]}?fields=Name,email");
        some.AsObject().Select(pair => pair.Key).Should().Equal("attributes", "Name", "Email", "Id");
        some.RequiredString("Name").Should().Be((string)contact["Name"]!);
        (await fixture.Client.GetJsonAsync($"{OrgClient.Version}/sobjects/Contact/{contact.Id}")).AsObject().Count.Should().Be(63);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found()
    {
        var path = OrgClient.Version + "/sobjects/Contact/";
        (await fixture.Client.ErrorAsync(path + "003000000000000AAA")).Should().Be((404, "NOT_FOUND", "The requested resource does not exist"));
        (await fixture.Client.ErrorAsync(path + fixture.Emulator.Org.IdAt("Lead", 0))).Status.Should().Be(404);
        (await fixture.Client.ErrorAsync(path + "nonsense")).Message.Should().Be("Provided external ID field does not exist or is not accessible: nonsense");
        (await fixture.Client.ErrorAsync(path + fixture.Emulator.Org.IdAt("Contact", 0) + "?fields=Foo")).Code.Should().Be("INVALID_FIELD");
    }

    private static string? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string?)value,
        _ => node.ToJsonString(),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.0##########", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
