using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Emulator;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing;

public sealed class ProgressTests
{
    [Fact]
    public async Task Progress_tells_run_step_records_calls_and_rate()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { Leads = 30, Contacts = 50 }, cancel);
        var services = new ServiceCollection();
        services.AddSalesforceImport(options => options.LoginUrl = emulator.Url)
            .UseClientCredentials(emulator.ClientId, emulator.ClientSecret)
            .UseStore(_ => new InMemoryContactStore())
            .UseJournal(_ => new InMemoryImportJournal());
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISalesforceImporter>();
        var told = new Recorder();

        var report = await importer.RunAsync(await importer.PlanAsync(RecordSelector.LeadsAndContacts(), cancel), told, cancel);

        told.Reports[0].Should().BeEquivalentTo(new { report.Run, Object = "Contact", Done = 0L, Total = 80L, RecordsPerSecond = 0d });
        told.Reports.Select(progress => (progress.Object, progress.Done)).Should().Equal(("Contact", 0), ("Contact", 50), ("Lead", 80));
        told.Reports[^1].CallsUsed.Should().Be(report.Calls.Used).And.Be(emulator.Calls.Counted);
        told.Reports.Skip(1).Should().OnlyContain(progress => progress.RecordsPerSecond > 0);
    }

    private sealed class Recorder : IProgress<ImportProgress>
    {
        public List<ImportProgress> Reports { get; } = [];

        public void Report(ImportProgress value) => Reports.Add(value);
    }
}
