using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Tests.Salesforce;

public sealed class OrgAnswersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connecting_costs_no_call_and_tells_org_instance_version_and_clock()
    {
        using var harness = new OrgHarness();
        harness.AnswerSignIn();
        harness.Http.When(OrgHarness.Login + "/services/data").Respond(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(OrgHarness.VersionsBody("66.0", "67.0")) };
            response.Headers.Date = new DateTimeOffset(2026, 11, 23, 11, 59, 30, TimeSpan.Zero);
            return response;
        });

        var connection = await harness.Org.ConnectAsync(harness.Meter, Cancel);
        harness.Time.Advance(TimeSpan.FromMinutes(5));
        var later = await harness.Org.ConnectAsync(harness.Meter, Cancel);

        connection.Should().Be(new OrgConnection(
            SalesforceId.Parse(OrgHarness.OrgId), new Uri(OrgHarness.Login), "67.0", new DateTimeOffset(2026, 11, 23, 11, 59, 30, TimeSpan.Zero)));
        later.ServerTime.Should().Be(new DateTimeOffset(2026, 11, 23, 12, 4, 30, TimeSpan.Zero), "the org's clock runs on between answers");
        harness.Meter.Charges.Should().BeEmpty();
    }

    [Fact]
    public async Task Usage_is_taken_from_every_answer()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/query").Respond(
            [new("Sforce-Limit-Info", "api-usage=25/5000; per-app-api-usage=17/250(appName=sample)")],
            "application/json",
            """{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"expr0":4}]}""");

        await harness.Org.AggregateAsync("SELECT COUNT(Id) FROM Lead", includeDeleted: false, harness.Meter, Cancel);

        harness.Org.LastUsage.Should().Be(new OrgUsage(25, 5000));
        harness.Meter.Observed.Should().Equal(new OrgUsage(25, 5000));
        harness.Meter.Charges.Should().Equal(ApiCallKind.Count);
    }

    [Theory]
    [InlineData("SELECT COUNT(Id), COUNT(Email) FROM Lead", """{"attributes":{"type":"AggregateResult"},"expr0":7,"expr1":5}""", new long[] { 7, 5 })]
    [InlineData("SELECT COUNT(Id), COUNT(Email) FROM Lead", """{"expr1":5.0,"expr0":300.0}""", new long[] { 300, 5 })]
    [InlineData("select COUNT(Id) total, COUNT(Email) from Lead", """{"expr0":5,"total":7}""", new long[] { 7, 5 })]
    [InlineData("SELECT COUNT(Id) b, COUNT(Email) a, MAX(NumberOfEmployees) FROM Lead", """{"a":5,"b":7,"expr0":null}""", new long[] { 7, 5, 0 })]
    public async Task Aggregates_come_in_the_order_selected(string soql, string row, long[] expected)
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/query").Respond("application/json", $$"""{"totalSize":1,"done":true,"records":[{{row}}]}""");

        (await harness.Org.AggregateAsync(soql, includeDeleted: false, harness.Meter, Cancel)).Should().Equal(expected);
    }

    [Fact]
    public async Task Plain_count_is_the_total()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/query").Respond("application/json", """{"totalSize":22,"done":true,"records":[]}""");

        (await harness.Org.AggregateAsync("SELECT COUNT() FROM Contact", includeDeleted: false, harness.Meter, Cancel)).Should().Equal(22);
    }

    [Fact]
    public async Task Limits_are_found_among_many_and_with_an_app_nested_in_them()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(
            "application/json",
            """
            {"ActiveScratchOrgs":{"Max":3,"Remaining":3},"DailyApiRequests":{"Max":15000,"Remaining":14998,"Workbench":{"Max":0,"Remaining":0}},
             "DailyBulkV2QueryJobs":{"Max":10000,"Remaining":9999},"New":[1,{"Max":2}],"PermissionSets":{"Max":1500,"Remaining":1499,"CreateCustom":{"Max":1000,"Remaining":999}}}
            """);

        var limits = await harness.Org.GetLimitsAsync(harness.Meter, Cancel);

        limits.Should().Be(new OrgLimits(new OrgUsage(2, 15000), new OrgLimit(10000, 9999), null));
        harness.Meter.Charges.Should().Equal(ApiCallKind.Limits);
    }

    [Fact]
    public async Task Limits_are_null_without_the_permission()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(
            HttpStatusCode.Forbidden, "application/json", OrgHarness.Error("INSUFFICIENT_ACCESS", "insufficient access rights"));

        (await harness.Org.GetLimitsAsync(harness.Meter, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Limits_of_an_org_whose_calls_are_used_up_are_not_a_missing_permission()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(
            HttpStatusCode.Forbidden, "application/json", OrgHarness.Error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));

        await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel)).Should().ThrowAsync<OrgCallLimitException>();
    }

    [Fact]
    public async Task Describe_keeps_what_an_import_needs()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/sobjects/Contact/describe").Respond(
            "application/json",
            """
            {"actionOverrides":[{"name":"no","fields":[{"name":"no"}]}],"childRelationships":[{"childSObject":"Case","field":"ContactId","junctionReferenceTo":["x"]}],
             "fields":[
              {"calculated":false,"filterable":true,"label":"Account ID","length":18,"name":"AccountId","picklistValues":[],"referenceTo":["Account"],"relationshipName":"Account","type":"reference"},
              {"filteredLookupInfo":{"name":"no","controllingFields":["a"]},"name":"Score__c","type":"Double","calculated":true,"filterable":false,"length":0,"referenceTo":[],"relationshipName":null},
              {"name":"LeadSource","type":"picklist","length":255,"filterable":true,"calculated":false,"picklistValues":[{"active":true,"value":"Web","label":"W","validFor":null}],"referenceTo":[],"relationshipName":null}],
             "keyPrefix":"003","label":"Contact","name":"Contact","urls":{"name":"no","sobject":"/x"}}
            """);

        var contact = await harness.Org.DescribeAsync("Contact", harness.Meter, Cancel);

        contact.Name.Should().Be("Contact");
        contact.KeyPrefix.Should().Be("003");
        contact.Fields.Should().HaveCount(3);
        contact.Find("accountid").Should().BeEquivalentTo(new SObjectField("AccountId", "reference", 18, true, false, "Account", ["Account"]));
        contact.Find("Score__c").Should().BeEquivalentTo(new SObjectField("Score__c", "double", 0, false, true, null, []));
        contact.Find("LeadSource")!.Length.Should().Be(255);
        harness.Meter.Charges.Should().Equal(ApiCallKind.Describe);
    }

    [Fact]
    public async Task Describe_of_an_object_that_is_not_there_says_so()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/sobjects/Nope__c/describe").Respond(
            HttpStatusCode.NotFound, "application/json", OrgHarness.Error("NOT_FOUND", "The requested resource does not exist"));

        var describing = harness.Org.Invoking(org => org.DescribeAsync("Nope__c", harness.Meter, Cancel));

        (await describing.Should().ThrowAsync<SObjectNotFoundException>()).WithMessage("*'Nope__c'*");
    }
}
