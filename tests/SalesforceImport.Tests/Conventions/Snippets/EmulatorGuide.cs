using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
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
        emulator.Org.Update(first.Id, ("Email", "new@example.com"));
        emulator.Org.HideField("Contact", "Birthdate");
        // </EmulatorOrg>

        emulator.Org.Rows("Contact").First().Fields["Email"].Should().Be("new@example.com");

        // <EmulatorFault>
        emulator.Faults.Add(new Fault { PathContains = "/query", CallNumber = 2, Action = FaultAction.TruncateBody(4_000) });
        // </EmulatorFault>

        // <EmulatorNamedFault>
        emulator.Faults.Add(NamedFaults.Get("maintenance-html").ToFault(callNumber: 3));
        emulator.Faults.Add(new Fault { PathContains = "/query", Times = null, Probability = 0.05, Seed = 7, Action = FaultAction.Named("truncated-stream") });
        // </EmulatorNamedFault>
    }

    [Fact]
    public async Task A_bulk_job_of_the_emulated_org_can_be_stuck()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

        // <EmulatorBulk>
        var options = new EmulatorOptions
        {
            TimeProvider = time,
            Bulk = { QueueTime = TimeSpan.FromSeconds(3), ProcessingTime = TimeSpan.FromSeconds(10), PageSize = 50_000 },
        };
        await using var emulator = await SalesforceEmulator.StartAsync(options, cancellationToken);

        // The first job is never done, and a page of the second ends in the middle of a row.
        emulator.Faults.Add(new Fault { PathContains = "/jobs/query", Action = FaultAction.StickBulkJob });
        emulator.Faults.Add(new Fault { PathContains = "/results", CallNumber = 2, Action = FaultAction.EndBody(10_000) });
        // </EmulatorBulk>

        using var http = new HttpClient { BaseAddress = emulator.Url };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = emulator.ClientId,
            ["client_secret"] = emulator.ClientSecret,
        });
        using var signIn = await http.PostAsync(new Uri("/services/oauth2/token", UriKind.Relative), form, cancellationToken);
        var token = await signIn.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)token!["access_token"]);
        var jobs = new Uri("/services/data/v67.0/jobs/query", UriKind.Relative);
        using var created = await http.PostAsJsonAsync(jobs, new { operation = "query", query = "SELECT Id FROM Contact" }, cancellationToken);
        var job = await created.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        time.Advance(TimeSpan.FromMinutes(1));
        job = await http.GetFromJsonAsync<JsonObject>(new Uri($"{jobs}/{job!["id"]}", UriKind.Relative), cancellationToken);
        ((string?)job!["state"]).Should().Be("InProgress");
    }
}
