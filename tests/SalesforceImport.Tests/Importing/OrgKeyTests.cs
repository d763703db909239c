using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Salesforce;

namespace SalesforceImport.Tests.Importing;

/// <summary>A token that does not tell its org: the org has to be asked who it is, and that is a call too.</summary>
public sealed class OrgKeyTests
{
    private const string Host = "acme.my.salesforce.com";

    private readonly InMemoryDatabase _database = new();

    [Fact]
    public async Task Calls_made_before_the_org_is_known_count_against_the_cap_of_its_id()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var first = Register(cap: 3))
        {
            await first.GetRequiredService<ISalesforceImporter>().Org.GetUsageNowAsync(cancel);
        }

        await using var second = Register(cap: 3);
        var asking = () => second.GetRequiredService<ISalesforceImporter>().Org.GetUsageNowAsync(cancel);

        (await asking.Should().ThrowAsync<CallRefusedException>("asking who it is took the third call")).Which.Reason.Should().Be(CallRefusal.DailyCap);
        var journal = new InMemoryImportJournal(_database);
        (await journal.CountCallsAsync(OrgHarness.OrgId, DateTimeOffset.UnixEpoch, cancel)).Should().Be(3);
        (await journal.CountCallsAsync(Host, DateTimeOffset.UnixEpoch, cancel)).Should().Be(0);
    }

    [Fact]
    public async Task What_was_sent_is_known_although_nothing_came_of_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var provider = Register(cap: 1);
        var importer = provider.GetRequiredService<ISalesforceImporter>();

        await ((Func<Task>)(() => importer.Org.GetUsageNowAsync(cancel))).Should().ThrowAsync<CallRefusedException>();

        importer.Org.CallsSent.Should().Be(1);
    }

    private ServiceProvider Register(long cap)
    {
        var http = new MockHttpMessageHandler(BackendDefinitionBehavior.Always);
        http.When(OrgHarness.Login + "/services/data").Respond("application/json", OrgHarness.VersionsBody("67.0"));
        http.When(OrgHarness.Data + "/query").Respond("application/json", $$"""{"totalSize":1,"done":true,"records":[{"Id":"{{OrgHarness.OrgId}}"}]}""");
        http.When(OrgHarness.Data + "/limits").Respond(HttpStatusCode.Forbidden, "application/json", OrgHarness.Error("INSUFFICIENT_ACCESS", "no"));
        var services = new ServiceCollection();
        services.AddSalesforceImport(options =>
            {
                options.LoginUrl = new Uri(OrgHarness.Login);
                options.DailyCallCap = cap;
            })
            .UseAccessToken(_ => ValueTask.FromResult("a-token-without-an-org"))
            .UseStore(_ => new InMemoryContactStore(_database))
            .UseJournal(_ => new InMemoryImportJournal(_database));
        services.AddHttpClient(SalesforceOrgServices.ClientName(Options.DefaultName)).ConfigurePrimaryHttpMessageHandler(() => http);
        return services.BuildServiceProvider();
    }
}
