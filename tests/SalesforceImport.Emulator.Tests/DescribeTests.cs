using System.Net;

namespace SalesforceImport.Emulator.Tests;

public sealed class DescribeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static readonly string[] FieldKeys =
    [
        "aggregatable", "aiPredictionField", "autoNumber", "byteLength", "calculated", "calculatedFormula", "cascadeDelete", "caseSensitive",
        "compoundFieldName", "controllerName", "createable", "custom", "defaultValue", "defaultValueFormula", "defaultedOnCreate",
        "dependentPicklist", "deprecatedAndHidden", "digits", "displayLocationInDecimal", "encrypted", "externalId", "extraTypeInfo",
        "filterable", "filteredLookupInfo", "formulaTreatNullNumberAsZero", "groupable", "highScaleNumber", "htmlFormatted", "idLookup",
        "inlineHelpText", "label", "length", "mask", "maskType", "name", "nameField", "namePointing", "nillable", "permissionable",
        "picklistValues", "polymorphicForeignKey", "precision", "queryByDistance", "referenceTargetField", "referenceTo", "relationshipName",
        "relationshipOrder", "restrictedDelete", "restrictedPicklist", "scale", "searchPrefilterable", "soapType", "sortable", "type", "unique",
        "updateable", "writeRequiresMasterRead",
    ];

    [Fact]
    public async Task Sobjects_lists_every_object_with_its_prefix()
    {
        var answer = await fixture.Client.GetJsonAsync(OrgClient.Version + "/sobjects/");
        var prefixes = answer["sobjects"]!.AsArray().ToDictionary(o => o!.RequiredString("name"), o => o!.RequiredString("keyPrefix"));
        prefixes.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["Account"] = "001",
            ["Campaign"] = "701",
            ["CampaignMember"] = "00v",
            ["CampaignMemberStatus"] = "01Y",
            ["Contact"] = "003",
            ["Event"] = "00U",
            ["Lead"] = "00Q",
            ["Opportunity"] = "006",
            ["OpportunityContactRole"] = "00K",
            ["Organization"] = "00D",
            ["RecordType"] = "012",
            ["Task"] = "00T",
            ["User"] = "005",
        });
    }

    [Theory]
    [InlineData("Lead", 50)]
    [InlineData("Contact", 60)]
    [InlineData("Account", 60)]
    [InlineData("Opportunity", 40)]
    [InlineData("OpportunityContactRole", 11)]
    [InlineData("Task", 40)]
    [InlineData("Campaign", 33)]
    [InlineData("CampaignMember", 36)]
    [InlineData("CampaignMemberStatus", 12)]
    [InlineData("Event", 45)]
    [InlineData("RecordType", 13)]
    [InlineData("User", 21)]
    [InlineData("Organization", 17)]
    public async Task Every_field_has_every_key_of_a_real_describe(string objectName, int fewest)
    {
        var answer = await fixture.Client.GetJsonAsync($"{OrgClient.Version}/sobjects/{objectName}/describe");
        var fields = answer["fields"]!.AsArray();
        fields.Count.Should().BeGreaterThanOrEqualTo(fewest);
        fields.Should().AllSatisfy(field => field!.AsObject().Select(pair => pair.Key).Should().Equal(FieldKeys));
        answer.RequiredString("name").Should().Be(objectName);
    }

    [Fact]
    public async Task A_describe_tells_types_lengths_and_references()
    {
        var answer = await fixture.Client.GetJsonAsync(OrgClient.Version + "/sobjects/lead/describe");
        var fields = answer["fields"]!.AsArray().ToDictionary(f => f!.RequiredString("name"), f => f!);
        ((int)fields["LastName"]["length"]!).Should().Be(80);
        ((int)fields["LastName"]["byteLength"]!).Should().Be(240);
        ((bool)fields["LastName"]["nillable"]!).Should().BeFalse();
        fields["ConvertedContactId"]["referenceTo"]!.ToJsonString().Should().Be("""["Contact"]""");
        fields["ConvertedContactId"].RequiredString("relationshipName").Should().Be("ConvertedContact");
        fields["ConvertedDate"].RequiredString("type").Should().Be("date");
        fields["HasOptedOutOfEmail"].RequiredString("type").Should().Be("boolean");
        fields["Status"]["picklistValues"]!.AsArray().Count.Should().Be(4);
        fields["Email"].RequiredString("soapType").Should().Be("xsd:string");
    }

    [Fact]
    public async Task Child_relationships_name_the_way_back()
    {
        var answer = await fixture.Client.GetJsonAsync(OrgClient.Version + "/sobjects/Account/describe");
        answer["childRelationships"]!.AsArray().Select(c => (string?)c!["relationshipName"]).Should().Contain(["Contacts", "Opportunities", "ChildAccounts", "Tasks"]);
    }

    [Fact]
    public async Task An_unknown_object_is_not_found() =>
        (await fixture.Client.ErrorAsync(OrgClient.Version + "/sobjects/Nope/describe")).Should().Be((404, "NOT_FOUND", "The requested resource does not exist"));

    [Fact]
    public async Task A_describe_that_has_not_changed_is_not_sent_again()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        using var first = await client.GetAsync(OrgClient.Version + "/sobjects/Contact/describe");
        client.Headers.IfModifiedSince = first.Content.Headers.LastModified;
        using var second = await client.GetAsync(OrgClient.Version + "/sobjects/Contact/describe");
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);

        emulator.Org.HideField("Contact", "email");
        using var third = await client.GetAsync(OrgClient.Version + "/sobjects/Contact/describe");
        third.StatusCode.Should().Be(HttpStatusCode.OK);
        (await third.BodyAsync()).Should().NotContain("\"name\":\"Email\"");
    }

    [Fact]
    public async Task A_hidden_field_cannot_be_selected_filtered_or_reached()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Org.HideField("Contact", "Email");
        emulator.Org.HideField("Lead", "ConvertedContactId");
        (await client.QueryErrorAsync("SELECT Id, Email FROM Contact")).Code.Should().Be("INVALID_FIELD");
        (await client.QueryErrorAsync("SELECT Id FROM Contact WHERE Email = null")).Code.Should().Be("INVALID_FIELD");
        (await client.QueryErrorAsync("SELECT Id FROM Contact ORDER BY Email")).Code.Should().Be("INVALID_FIELD");
        (await client.QueryErrorAsync("SELECT Id, ConvertedContact.Name FROM Lead")).Message.Should().Contain("Didn't understand relationship 'ConvertedContact'");
        emulator.Org.Rows("Contact").First().Fields.Should().ContainKey("Email", "the data are still there");
    }

    [Fact]
    public async Task An_object_is_summed_up_without_fields()
    {
        var answer = await fixture.Client.GetJsonAsync(OrgClient.Version + "/sobjects/Task");
        answer["objectDescribe"]!.RequiredString("keyPrefix").Should().Be("00T");
        answer["recentItems"]!.AsArray().Should().BeEmpty();
    }
}
