using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Emulator;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Conventions.Snippets;

public sealed class EmulatorGuide
{
    [Fact]
    public async Task An_import_from_the_emulated_org_counts_as_the_org_does()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        // <EmulatorTest>
        await using var emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { Leads = 120, Contacts = 340 }, cancellationToken);
        var services = new ServiceCollection();
        services
            .AddSalesforceImport(options => options.LoginUrl = emulator.Url)
            .UseClientCredentials(emulator.ClientId, emulator.ClientSecret)
            .UseStore(_ => new InMemoryContactStore())
            .UseJournal(_ => new InMemoryImportJournal());
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISalesforceImporter>();

        ImportPlan plan = await importer.PlanAsync(RecordSelector.LeadsAndContacts(), cancellationToken);
        ImportReport report = await importer.RunAsync(plan, cancellationToken: cancellationToken);

        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(340);
        report.Calls.Used.Should().Be(emulator.Calls.Counted);
        // </EmulatorTest>
    }

    [Fact]
    public async Task The_emulated_org_can_be_edited()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        // <EmulatorOrg>
        EmulatedRecord first = emulator.Org.Rows("Contact").First();
        emulator.Org.Update(first.Id, new Dictionary<string, object?> { ["Email"] = "new@example.com" });
        emulator.Org.HideField("Contact", "Birthdate");
        // </EmulatorOrg>

        emulator.Org.Rows("Contact").First().Fields["Email"].Should().Be("new@example.com");

        // <EmulatorFault>
        emulator.Faults.Add(new Fault { PathContains = "/query", CallNumber = 2, Action = FaultAction.TruncateBody(4_000) });
        // </EmulatorFault>
    }
}
