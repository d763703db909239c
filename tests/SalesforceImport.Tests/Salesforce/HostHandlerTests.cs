using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>A host that gives all its HTTP clients a handler which tries again, as hosts do.</summary>
public sealed class HostHandlerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_the_host_gives_to_all_its_clients_sends_nothing_past_the_meter(bool hostFirst)
    {
        using var http = new MockHttpMessageHandler(BackendDefinitionBehavior.Always);
        http.When(HttpMethod.Post, OrgHarness.Login + "/services/oauth2/token").Respond("application/json", OrgHarness.TokenBody());
        http.When(OrgHarness.Login + "/services/data").Respond("application/json", OrgHarness.VersionsBody("67.0"));
        var failing = http.When(OrgHarness.Data + "/query").Respond(HttpStatusCode.ServiceUnavailable, "application/json", OrgHarness.Error("SERVER_UNAVAILABLE", "busy"));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new HurriedTime());
        if (hostFirst)
        {
            TryAllAgain(services);
        }

        services.AddSalesforceOrg("acme", _ => OrgHarness.Settings(), _ => SalesforceCredentials.ClientCredentials("key", "secret"));
        services.AddHttpClient(SalesforceOrgServices.ClientName("acme")).ConfigurePrimaryHttpMessageHandler(() => http);
        if (!hostFirst)
        {
            TryAllAgain(services);
        }

        await using var provider = services.BuildServiceProvider();
        var meter = new TestMeter();
        var asking = () => provider.GetRequiredKeyedService<SalesforceOrg>("acme")
            .AggregateAsync("SELECT COUNT() FROM Lead", includeDeleted: false, meter, TestContext.Current.CancellationToken);

        await asking.Should().ThrowAsync<SalesforceException>();

        http.GetMatchCount(failing).Should().Be(meter.Charges.Count);
    }

    private static void TryAllAgain(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new TryingAgain()));

    private sealed class TryingAgain : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode ? answer : await base.SendAsync(request, cancellationToken);
        }
    }
}
