using SalesforceImport.Emulator.Tests.Bulk;
using SalesforceImport.Emulator.Tests.Writing;

namespace SalesforceImport.Emulator.Tests;

/// <summary>Fields that hold several values of a list.</summary>
public sealed class MultipicklistTests : IAsyncLifetime
{
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 5 });
        _emulator.Org.AddField("Contact", new EmulatedField("Topics__c", EmulatedFieldType.MultiPicklist) { Values = ["News", "Offers", "Events"], Restricted = true });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task They_are_described_as_such()
    {
        var describe = await _client.GetJsonAsync(OrgClient.Version + "/sobjects/Contact/describe");
        var field = describe["fields"]!.AsArray().Single(f => f!.RequiredString("name") == "Topics__c")!;
        (field.RequiredString("type"), (bool)field["filterable"]!, (bool)field["sortable"]!, (bool)field["groupable"]!).Should().Be(("multipicklist", true, false, false));
        field["picklistValues"]!.AsArray().Select(value => value!.RequiredString("value")).Should().Equal("News", "Offers", "Events");
    }

    [Fact]
    public async Task Values_come_back_in_the_order_of_the_list_and_only_its_values_are_taken()
    {
        var id = await _client.CreateAsync("Contact", """{"LastName": "x", "Topics__c": "Events;News;Events"}""");
        (await _client.QueryRecordsAsync($"SELECT Topics__c FROM Contact WHERE Id = '{id}'")).Single().RequiredString("Topics__c").Should().Be("News;Events");
        (await _client.RunJobAsync($"SELECT Topics__c FROM Contact WHERE Id = '{id}'")).Should().Be("\"Topics__c\"\n\"News;Events\"\n");
        (await _client.PatchAsync($"sobjects/Contact/{id}", """{"Topics__c": "News;Weather"}""")).Error.Code.Should().Be("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    }

    [Theory]
    [InlineData("INCLUDES ('News')", "both", "news")]
    [InlineData("INCLUDES ('news;EVENTS', 'Offers')", "both", "offers")]
    [InlineData("INCLUDES ('Events;Offers')")]
    [InlineData("EXCLUDES ('News')", "none", "offers")]
    [InlineData("= 'News;Events'", "both")]
    [InlineData("= null", "none")]
    [InlineData("!= null", "both", "news", "offers")]
    public async Task They_are_filtered_by_the_values_they_hold(string condition, params string[] expected)
    {
        foreach (var (name, topics) in new[] { ("both", "News;Events"), ("news", "News"), ("none", null), ("offers", "Offers") })
        {
            _emulator.Org.Insert("Contact", new Dictionary<string, object?> { ["LastName"] = name, ["FirstName"] = "Topical", ["Topics__c"] = topics });
        }

        var found = await _client.QueryRecordsAsync($"SELECT LastName FROM Contact WHERE FirstName = 'Topical' AND Topics__c {condition}");
        found.Select(record => record.RequiredString("LastName")).Should().Equal(expected);
    }

    [Fact]
    public async Task Other_fields_cannot_be_asked_what_they_include() =>
        (await _client.QueryErrorAsync("SELECT Id FROM Contact WHERE LeadSource INCLUDES ('Web')")).Code.Should().Be("INVALID_QUERY_FILTER_OPERATOR");
}
