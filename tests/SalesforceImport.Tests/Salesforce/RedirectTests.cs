using System.Net;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce;

public sealed class RedirectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://acme.my.salesforce.com/a", "https://acme.my.salesforce.com/b", true)]
    [InlineData("https://acme.my.salesforce.com", "https://ACME.lightning.force.com", true)]
    [InlineData("https://acme--uat.sandbox.my.salesforce.com", "https://acme--uat.sandbox.lightning.force.com", true)]
    [InlineData("https://acme.my.salesforce.com", "https://evil.my.salesforce.com", false)]
    [InlineData("https://acme.my.salesforce.com", "https://acme.develop.my.salesforce.com", false)]
    [InlineData("https://acme.my.salesforce.com", "https://acme.my.salesforce.com.evil.example", false)]
    [InlineData("https://acme.my.salesforce.com", "https://acme.my.salesforce.com:8443", false)]
    [InlineData("https://acme.my.salesforce.com", "http://acme.my.salesforce.com", false)]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/x", true)]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5001/x", false)]
    public void Redirect_stays_with_the_org(string from, string to, bool allowed) =>
        RedirectRule.Allows(new Uri(from), new Uri(to)).Should().Be(allowed);

    [Fact]
    public async Task Redirect_within_the_org_is_followed_with_the_token_and_charged()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(_ => To("https://acme.lightning.force.com/limits"));
        harness.Http.When("https://acme.lightning.force.com/limits")
            .WithHeaders("Authorization", "Bearer " + OrgHarness.Token)
            .Respond("application/json", """{"DailyApiRequests":{"Max":5,"Remaining":4}}""");

        (await harness.Org.GetLimitsAsync(harness.Meter, Cancel)).Should().NotBeNull();

        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Fact]
    public async Task Redirect_elsewhere_is_refused_by_name()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(_ => To("https://evil.example/limits"));

        await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel))
            .Should().ThrowAsync<SalesforceException>().WithMessage("*evil.example*");
    }

    [Fact]
    public async Task Redirects_in_circles_end()
    {
        using var harness = OrgHarness.SignedIn();
        harness.Http.When(OrgHarness.Data + "/limits").Respond(_ => To(OrgHarness.Data + "/limits"));

        await harness.Org.Invoking(org => org.GetLimitsAsync(harness.Meter, Cancel)).Should().ThrowAsync<SalesforceException>();

        harness.Meter.Charges.Should().HaveCount(3);
    }

    private static HttpResponseMessage To(string location)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.Location = new Uri(location);
        return response;
    }
}
