using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

public sealed class TwoOrgsTests
{
    [Fact]
    public async Task Two_orgs_in_one_process_never_share_a_token()
    {
        using var http = new MockHttpMessageHandler(BackendDefinitionBehavior.Always);
        http.Fallback.Respond(request => throw new InvalidOperationException($"Nobody expects {request.RequestUri}."));
        var services = new ServiceCollection();
        foreach (string name in new[] { "one", "two" })
        {
            services.AddSalesforceOrg(
                name,
                _ => new SalesforceOrgSettings { LoginUrl = new Uri($"https://{name}.my.salesforce.com"), ApiVersion = "67.0" },
                _ => SalesforceCredentials.AccessToken(_ => ValueTask.FromResult("token-" + name)));
            services.AddHttpClient(SalesforceOrgServices.ClientName(name)).ConfigurePrimaryHttpMessageHandler(() => http);
            http.When($"https://{name}.my.salesforce.com/services/data/v67.0/limits")
                .WithHeaders("Authorization", "Bearer token-" + name)
                .Respond("application/json", """{"DailyApiRequests":{"Max":5,"Remaining":4}}""");
        }

        using var provider = services.BuildServiceProvider();
        var meter = new TestMeter();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => provider
            .GetRequiredKeyedService<SalesforceOrg>(n % 2 == 0 ? "one" : "two").GetLimitsAsync(meter, TestContext.Current.CancellationToken)));

        meter.Charges.Should().HaveCount(10);
    }
}
