using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Emulator;
using SalesforceImport.Importing;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Selectors;
using SalesforceImport.Stores;
using SalesforceImport.Tests.Salesforce;

namespace SalesforceImport.Tests.Importing.Bulk;

/// <summary>Imports from an emulated org into memory. Waits pass at once, for the org as well; an answer is waited for as long as it takes.</summary>
internal sealed class EmulatedImport : IAsyncDisposable
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

    /// <summary>What the store holds of the org's contacts and leads: values, leaders and sources.</summary>
    public async Task<IReadOnlyList<string>> ContentAsync(ImportPlan plan)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(plan), Cancel);
        var found = await store.FindAsync(
            new FindRequest
            {
                Kind = RecordKind.Contact,
                Org = plan.OrgId,
                Run = "none",
                Sources = new[] { "Contact", "Lead" }.SelectMany(name => Org.Org.Rows(name, includeHidden: true)).Select(row => SalesforceId.Parse(row.Id)).ToHashSet(),
            },
            Cancel);
        return
        [
            .. found.Rows
                .Select(row => $"{row.Leader?.Id} of {string.Join(' ', row.Sources.Select(source => source.Key.Id.ToString()).Order(StringComparer.Ordinal))}: {string.Join('|', row.Values.Select(Text))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Plans and runs what has changed.</summary>
    public async Task<ImportReport> ImportChangesAsync(RecordSelector selector, Action<SalesforceImportOptions>? configure = null)
    {
        await using var host = Host(configure);
        var importer = host.GetRequiredService<ISalesforceImporter>();
        _plan = await importer.PlanChangesAsync(selector, Cancel);
        return await importer.RunAsync(_plan, cancellationToken: Cancel);
    }

    /// <summary>The rows of a kind: leader, the records that feed it, and values.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(RecordKind kind, params IReadOnlyList<string> objects)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        var ids = new HashSet<SalesforceId>();
        foreach (string name in objects)
        {
            ids.UnionWith(await store.ListSyncedIdsAsync(OrgId, name, default, int.MaxValue, Cancel));
        }

        var found = await store.FindAsync(new FindRequest { Kind = kind, Org = OrgId, Run = "none", Sources = ids }, Cancel);
        return
        [
            .. found.Rows
                .Select(row => $"{row.Leader?.Id} of {string.Join(' ', row.Sources.Where(source => source.Contributes).Select(source => source.Key.Id.ToString()).Order(StringComparer.Ordinal))}: {string.Join('|', row.Values.Select(Text))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Plans and runs.</summary>
    public async Task<ImportReport> ImportAsync(RecordSelector selector, Action<SalesforceImportOptions>? configure = null) =>
        await RunAsync(await PlanAsync(configure, selector), configure);

    /// <summary>The ids of an object's records that rows of the store come from.</summary>
    public async Task<IReadOnlyList<string>> SyncedAsync(string sObject)
    {
        using var store = new InMemoryContactStore(_database);
        return [.. (await store.ListSyncedIdsAsync(OrgId, sObject, default, int.MaxValue, Cancel)).Select(id => id.ToString())];
    }

    /// <summary>The ids of the org's records of an object that lead rows of a kind.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(RecordKind kind, string sObject)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        var found = await store.FindAsync(
            new FindRequest
            {
                Kind = kind,
                Org = OrgId,
                Run = "none",
                Sources = Org.Org.Rows(sObject, includeHidden: true).Select(row => SalesforceId.Parse(row.Id)).ToHashSet(),
            },
            Cancel);
        return [.. found.Rows.Select(row => row.Leader!.Value.Id.ToString())];
    }

    /// <summary>The links of a kind, as the ids that they tie.</summary>
    public async Task<IReadOnlyList<(string From, string To)>> LinksAsync(LinkKind kind) =>
        [.. (await StoredLinksAsync(kind)).Select(link => (link.Key.From.ToString(), link.Key.To.ToString()))];

    /// <summary>The rows of a run's list of contacts, as the ids of the records that feed them.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ListedAsync(string run)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        var listed = (await store.ReadListAsync(run, RecordKind.Contact, 0, int.MaxValue, Cancel)).Select(member => member.RowId).ToHashSet();
        var found = await store.FindAsync(
            new FindRequest
            {
                Kind = RecordKind.Contact,
                Org = OrgId,
                Run = "none",
                Sources = new[] { "Contact", "Lead" }.SelectMany(name => Org.Org.Rows(name)).Select(row => SalesforceId.Parse(row.Id)).ToHashSet(),
            },
            Cancel);
        return
        [
            .. found.Rows.Where(row => listed.Contains(row.Id)).Select(row => row.Sources.Where(source => source.Contributes).Select(source => source.Key.Id.ToString()).ToList()),
        ];
    }

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

    public async Task<IReadOnlyList<StoredLink>> StoredLinksAsync(LinkKind kind)
    {
        using var store = new InMemoryContactStore(_database);
        var ids = await store.ListLinkedIdsAsync(OrgId, kind, LinkEnd.From, default, int.MaxValue, Cancel);
        return await store.FindLinksAsync(OrgId, kind, LinkEnd.From, [.. ids], Cancel);
    }

    /// <summary>The same org, and a store that holds nothing yet.</summary>
    public EmulatedImport Fresh() => new(Org, _time, ownsOrg: false);

    public async ValueTask DisposeAsync()
    {
        if (_ownsOrg)
        {
            await Org.DisposeAsync();
        }
    }

    // Each API writes decimals with as many zeros as it likes.
    private static string Text(FieldValue value) =>
        value.Type == PropertyType.Decimal ? value.AsDecimal().ToString("0.#####", CultureInfo.InvariantCulture) : value.ToString();

    private static string Tail(EmulatedCall call)
    {
        string[] parts = call.Path.Split('/');
        int query = Array.IndexOf(parts, "query");
        return string.Join('/', parts.Skip(query + 2));
    }

    private ServiceProvider Host(Action<SalesforceImportOptions>? configure)
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
            .UseStore(_ => new InMemoryContactStore(_database))
            .UseJournal(_ => _journal);
        return services.BuildServiceProvider();
    }

    private sealed class Progress(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
