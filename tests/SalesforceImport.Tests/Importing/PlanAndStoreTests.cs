using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Emulator;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing;

/// <summary>What lies between a plan and its run: time, another org, another store.</summary>
public sealed class PlanAndStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_judged_again_before_its_first_page()
    {
        await using var import = await EmulatedImport.StartAsync();
        var plan = await import.PlanAsync();
        plan.Budget.Fits.Should().BeTrue();

        var report = await import.RunAsync(plan, options => options.DailyCallCap = plan.PlanningCalls + plan.Ceiling - 1);

        report.State.Should().Be(ImportState.Refused);
        report.Reason.Should().Contain("1 more than may be spent now");
        import.Org.Calls.Counted.Should().Be((int)plan.PlanningCalls);
    }

    [Fact]
    public async Task A_plan_for_another_org_is_not_run_and_both_are_named()
    {
        await using var planned = await EmulatedImport.StartAsync();
        await using var other = await EmulatedImport.StartAsync(options => options.Seed = 2);
        var plan = await planned.PlanAsync();
        var running = () => other.RunAsync(plan);

        await running.Should().ThrowAsync<ImportFailedException>().WithMessage($"*{plan.OrgId}*{(await other.PlanAsync()).OrgId}*");

        (await other.ContentAsync(plan)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_store_that_cannot_take_the_properties_is_met_before_the_org_is_asked()
    {
        await using var org = await SalesforceEmulator.StartAsync(new EmulatorOptions { Leads = 1, Contacts = 1 }, Cancel);
        var database = new InMemoryDatabase();
        using (var store = new InMemoryContactStore(database))
        {
            await store.PrepareAsync([new StoreSchema(RecordKind.Contact, [new StoreProperty("FirstName", PropertyType.Integer)])], Cancel);
        }

        await using var host = Host(org, database);
        var planning = () => host.GetRequiredService<ISalesforceImporter>().PlanAsync(RecordSelector.AllContacts(), Cancel);

        await planning.Should().ThrowAsync<SalesforceImportException>().WithMessage("*FirstName*");
        org.Calls.Counted.Should().Be(0);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task People_of_two_orgs_are_joined_by_e_mail_only_where_the_host_says_so(bool acrossOrgs, int created)
    {
        var database = new InMemoryDatabase();
        await using var first = await OrgAsync(seed: 1);
        await using var second = await OrgAsync(seed: 2);

        (await ImportAsync(first, database, acrossOrgs)).Objects["Contact"].Created.Should().Be(2);
        (await ImportAsync(second, database, acrossOrgs)).Objects["Contact"].Created.Should().Be(created);
    }

    private static async Task<SalesforceEmulator> OrgAsync(int seed)
    {
        var org = await SalesforceEmulator.StartAsync(new EmulatorOptions { Leads = 0, Contacts = 2, Seed = seed }, Cancel);
        var rows = org.Org.Rows("Contact").ToList();
        org.Org.Update(rows[0].Id, new Dictionary<string, object?> { ["Email"] = "ann@example.com" });
        org.Org.Update(rows[1].Id, new Dictionary<string, object?> { ["Email"] = $"of-org-{seed}@example.com" });
        return org;
    }

    private static async Task<ImportReport> ImportAsync(SalesforceEmulator org, InMemoryDatabase database, bool acrossOrgs)
    {
        await using var host = Host(org, database, acrossOrgs);
        var importer = host.GetRequiredService<ISalesforceImporter>();
        return await importer.RunAsync(await importer.PlanAsync(RecordSelector.AllContacts(), Cancel), cancellationToken: Cancel);
    }

    private static ServiceProvider Host(SalesforceEmulator org, InMemoryDatabase database, bool acrossOrgs = false)
    {
        var services = new ServiceCollection();
        services
            .AddSalesforceImport(options =>
            {
                options.LoginUrl = org.Url;
                options.MatchAcrossOrgs = acrossOrgs;
            })
            .UseClientCredentials(org.ClientId, org.ClientSecret)
            .UseStore(_ => new InMemoryContactStore(database))
            .UseJournal(_ => new InMemoryImportJournal(database));
        return services.BuildServiceProvider();
    }
}
