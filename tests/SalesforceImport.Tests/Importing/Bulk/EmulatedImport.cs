using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Emulator;
using SalesforceImport.Importing;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Importing.Previewing;
using SalesforceImport.Tests.Salesforce;

namespace SalesforceImport.Tests.Importing.Bulk;

/// <summary>Imports from an emulated org into memory. Waits pass at once, for the org as well; an answer is waited for as long as it takes.</summary>
internal sealed partial class EmulatedImport : IAsyncDisposable
{
    private readonly InMemoryDatabase _database = new();
    private readonly InMemoryImportJournal _journal = new();
    private readonly HurriedTime _time;
    private ImportPlan? _plan;

    private readonly bool _ownsOrg;

    private EmulatedImport(SalesforceEmulator org, HurriedTime time, bool ownsOrg = true) => (Org, _time, _ownsOrg) = (org, time, ownsOrg);

    public SalesforceEmulator Org { get; }

    private SalesforceId OrgId => SalesforceId.Parse(Org.Org.Id);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<EmulatedImport> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        var settings = new SalesforceOrgSettings { LoginUrl = new Uri("http://127.0.0.1") };
        var time = new HurriedTime(settings.RequestTimeout, settings.ReadIdleTimeout);
        var options = new EmulatorOptions { Leads = 300, Contacts = 2_500, TimeProvider = time };
        options.Bulk.PageSize = 1_000;
        configure?.Invoke(options);
        return new(await SalesforceEmulator.StartAsync(options, Cancel), time);
    }

    /// <summary>Time passes, for the host and for the org.</summary>
    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <summary>Calls that the org counted for Bulk, as method and path behind <c>/jobs/query</c>, with a job's id left out.</summary>
    public IReadOnlyList<string> BulkCalls =>
    [
        .. Org.Calls.ToList()
            .Where(call => call.Path.Contains("/jobs/query", StringComparison.Ordinal))
            .Select(call => $"{call.Method} {Tail(call)}{call.Query}"),
    ];

    public async Task<ImportPlan> PlanAsync(Action<SalesforceImportOptions>? configure = null, RecordSelector? selector = null)
    {
        await using var host = Host(configure);
        return _plan = await host.GetRequiredService<ISalesforceImporter>().PlanAsync(selector ?? RecordSelector.AllContacts(), Cancel);
    }

    public async Task<ImportReport> RunAsync(ImportPlan plan, Action<SalesforceImportOptions>? configure = null)
    {
        await using var host = Host(configure);
        return await host.GetRequiredService<ISalesforceImporter>().RunAsync(plan, cancellationToken: Cancel);
    }

    /// <summary>Plans and runs with every step by Bulk.</summary>
    public async Task<ImportReport> ImportByBulkAsync() => await RunAsync(await PlanAsync(options => options.Transport = ImportTransport.Bulk));

    public async Task<ImportReport> ResumeAsync(string run, Action<SalesforceImportOptions>? configure = null)
    {
        await using var host = Host(configure);
        return await host.GetRequiredService<ISalesforceImporter>().History.ResumeAsync(run, cancellationToken: Cancel);
    }

    /// <summary>Runs until some records are committed, and stops there.</summary>
    public async Task<string> RunUntilAsync(ImportPlan plan, long records)
    {
        await using var host = Host(null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        string? run = null;
        var progress = new Progress(told =>
        {
            run = told.Run;
            if (told.Done >= records)
            {
                stop.Cancel();
            }
        });
        var running = () => host.GetRequiredService<ISalesforceImporter>().RunAsync(plan, progress, stop.Token);
        await running.Should().ThrowAsync<OperationCanceledException>();
        return run!;
    }

    /// <summary>Plans and runs what has changed.</summary>
    public async Task<ImportReport> ImportChangesAsync(RecordSelector selector, Action<SalesforceImportOptions>? configure = null)
    {
        await using var host = Host(configure);
        var importer = host.GetRequiredService<ISalesforceImporter>();
        _plan = await importer.PlanChangesAsync(selector, Cancel);
        return await importer.RunAsync(_plan, cancellationToken: Cancel);
    }

    public async Task<ImportPlan> PlanChangesAsync(RecordSelector selector, Action<SalesforceImportOptions>? configure = null)
    {
        await using var host = Host(configure);
        return _plan = await host.GetRequiredService<ISalesforceImporter>().PlanChangesAsync(selector, Cancel);
    }

    public async Task<(ImportPreview Preview, IReadOnlyList<PreviewedBatch> Batches)> PreviewAsync(ImportPlan plan, Action<SalesforceImportOptions>? configure = null)
    {
        await using var host = Host(configure);
        var batches = new List<PreviewedBatch>();
        var preview = await host.GetRequiredService<ISalesforceImporter>().PreviewAsync(
            plan,
            batch =>
            {
                batches.Add(batch);
                return ValueTask.CompletedTask;
            },
            cancellationToken: Cancel);
        return (preview, batches);
    }

    /// <summary>Runs a plan that was previewed, and shows what the store is told as the preview would.</summary>
    public async Task<(ImportReport Report, IReadOnlyList<PreviewedBatch> Batches)> RunWatchedAsync(
        ImportPlan plan, ImportPreview preview, Action<SalesforceImportOptions>? configure = null)
    {
        var view = new PreviewView(plan);
        var batches = new List<PreviewedBatch>();
        await using var host = Host(configure, changes => batches.Add(view.Of(changes)));
        return (await host.GetRequiredService<ISalesforceImporter>().RunPreviewedAsync(plan, preview, cancellationToken: Cancel), batches);
    }

    /// <summary>Plans and runs.</summary>
    public async Task<ImportReport> ImportAsync(RecordSelector selector, Action<SalesforceImportOptions>? configure = null) =>
        await RunAsync(await PlanAsync(configure, selector), configure);

    public async Task<IReadOnlyList<CampaignInfo>> CampaignsAsync(bool includeInactive)
    {
        await using var host = Host(null);
        return await host.GetRequiredService<ISalesforceImporter>().Org.ListCampaignsAsync(includeInactive, Cancel);
    }

    public async Task<IReadOnlyList<string>> WhyAsync(string record) =>
        (await AskAsync(history => history.WhyAsync(SalesforceId.Parse(record), Cancel))).Sentences;

    /// <summary>Asks the history of the importer, as a process of its own would.</summary>
    public async Task<T> AskAsync<T>(Func<IImportHistory, Task<T>> question)
    {
        await using var host = Host(null);
        return await question(host.GetRequiredService<ISalesforceImporter>().History);
    }

    public Task<ImportReport> UndoAsync(string run) => AskAsync(history => history.UndoAsync(run, cancellationToken: Cancel));

    public Task<ImportReport> RedoAsync(string run) => AskAsync(history => history.RedoAsync(run, cancellationToken: Cancel));

    /// <summary>The same org, and a store that holds nothing yet.</summary>
    public EmulatedImport Fresh() => new(Org, _time, ownsOrg: false);

    public async ValueTask DisposeAsync()
    {
        if (_ownsOrg)
        {
            await Org.DisposeAsync();
        }
    }

    private static string Tail(EmulatedCall call)
    {
        string[] parts = call.Path.Split('/');
        int query = Array.IndexOf(parts, "query");
        return string.Join('/', parts.Skip(query + 2));
    }

    private ServiceProvider Host(Action<SalesforceImportOptions>? configure, Action<ChangeSet>? watch = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services
            .AddSalesforceImport(options =>
            {
                options.LoginUrl = Org.Url;
                configure?.Invoke(options);
            })
            .UseClientCredentials(Org.ClientId, Org.ClientSecret)
            .UseStore(_ => watch is null ? new InMemoryContactStore(_database) : new WatchedStore(new InMemoryContactStore(_database), watch))
            .UseJournal(_ => _journal);
        return services.BuildServiceProvider();
    }

    private sealed class Progress(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
