using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Emulator;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Planning;

public sealed class TimedOutCountTests
{
    [Theory]
    [InlineData(null, CountKind.Estimate, "CountEstimated", "an estimate of 50 records, 50 came")]
    [InlineData("Email != null", CountKind.UpperBound, "CountUpperBound", "an upper bound of 50 records, ")]
    public async Task A_count_that_times_out_falls_back_to_the_orgs_own_number_and_says_so(string? where, CountKind kind, string finding, string note)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { Leads = 50, Contacts = 0 }, cancel);
        emulator.Faults.Add(new Fault
        {
            PathContains = "/query",
            Action = FaultAction.Respond(400, """[{"message":"Your query request was running for too long.","errorCode":"QUERY_TIMEOUT"}]"""),
        });
        var services = new ServiceCollection();
        services.AddSalesforceImport(options => options.LoginUrl = emulator.Url)
            .UseClientCredentials(emulator.ClientId, emulator.ClientSecret)
            .UseStore(_ => new InMemoryContactStore())
            .UseJournal(_ => new InMemoryImportJournal());
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISalesforceImporter>();

        var plan = await importer.PlanAsync(RecordSelector.AllLeads(where is null ? null : RecordCondition.Soql(where)), cancel);
        var report = await importer.RunAsync(plan, cancellationToken: cancel);

        plan.Steps.Single().Should().BeEquivalentTo(new { Count = 50L, CountKind = kind, WithoutEmail = (long?)null });
        plan.Findings.Should().Contain(found => found.Code == finding);
        report.State.Should().Be(ImportState.Completed);
        report.Notes.Should().Contain(text => text.Contains("took the org too long", StringComparison.Ordinal))
            .And.Contain(text => text.Contains(note, StringComparison.Ordinal));
        report.Calls.Used.Should().Be(emulator.Calls.Counted);
    }
}
