using SalesforceImport.Importing;
using SalesforceImport.Mapping;
using SalesforceImport.Matching;
using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing;

/// <summary>Takes batches of a <see cref="World"/> through matching, deciding and applying, as a run would.</summary>
internal sealed class BatchHarness : IDisposable
{
    public static readonly SalesforceId Org = SalesforceId.Parse("00D000000000001");

    public static readonly KindSchema Schema = new(
        RecordKind.Contact,
        [
            new("Email", PropertyType.Text, SyncRule.AlwaysSalesforce, false),
            new("FirstName", PropertyType.Text, SyncRule.AlwaysSalesforce, false),
            new("Phone", PropertyType.Text, SyncRule.FillBlanks, false),
            new("Title", PropertyType.Text, SyncRule.PreferSalesforceUnlessBlank, false),
            new("EmailOptOut", PropertyType.Boolean, SyncRule.AlwaysSalesforce, true),
        ]);

    private static readonly MatchingRules Rules = new(ByEmail: true, AcrossOrgs: false, IncludeConvertedLeads: false);

    private static readonly string[] Objects = ["Contact", "Lead"];

    private readonly InMemoryDatabase _database;
    private readonly string _run;
    private BatchImporter[] _importers = [];
    private InMemoryContactStore _store = null!;
    private long _sequence;

    private BatchHarness(InMemoryDatabase database, string run)
    {
        _database = database;
        _run = run;
    }

    public RunCheckpoint Checkpoint { get; private set; } = null!;

    public static async Task<BatchHarness> StartAsync(InMemoryDatabase database, string run, bool useFilter = false)
    {
        var harness = new BatchHarness(database, run);
        await harness.OpenAsync(new NewRun(Org, "{}", run), useFilter);
        return harness;
    }

    public async Task ImportAsync(string sObject, IReadOnlyList<WorldRecord> records, bool ordered)
    {
        int step = Array.IndexOf(Objects, sObject);
        (Checkpoint, bool applied) = await _importers[step].ImportAsync(
            new StepBatch(step, [Batch(records)], EndsStep: false, ordered, Returned: null), Checkpoint, _sequence + 1, 0, CancellationToken.None);
        _sequence += applied ? 1 : 0;
    }

    /// <summary>The process dies, and another goes on from what the store holds.</summary>
    public async Task DieAndResumeAsync()
    {
        _store.Dispose();
        await OpenAsync(null, useFilter: false);
    }

    public async Task CloseAsync()
    {
        await _store.CloseRunAsync(new RunClosing { Run = _run, Epoch = long.MaxValue, State = RunState.Completed, At = DateTimeOffset.UnixEpoch });
        _store.Dispose();
    }

    public void Dispose() => _store.Dispose();

    private async Task OpenAsync(NewRun? run, bool useFilter)
    {
        _store = new InMemoryContactStore(_database);
        await _store.PrepareAsync([Schema.Store]);
        var opened = await _store.OpenRunAsync(new RunOpening { Run = _run, Kinds = [RecordKind.Contact], Holder = "test", At = DateTimeOffset.UnixEpoch, New = run });
        _sequence = opened.Run.Sequence;
        Checkpoint = opened.Run.Checkpoint is { } text ? RunCheckpoint.FromJson(_run, text) : new RunCheckpoint
        {
            Steps = [.. Objects.Select(name => new StepCheckpoint(name, null, 0, IsOrdered: false, IsDone: false, null))],
            Tallies = Objects.ToDictionary(name => name, _ => new ObjectTally()),
        };
        var known = useFilter && opened.EmptyKinds.Contains(RecordKind.Contact) ? new KnownKeys(100) : null;
        var scope = new BatchScope(_run, opened.Epoch, Org, Schema, Rules);
        _importers = [.. Objects.Select(name => new BatchImporter(_store, scope, new RecordMapper(Step(name), Schema, Rules, Org), known))];
    }

    private static ImportStep Step(string sObject) => new()
    {
        Object = sObject,
        Kind = RecordKind.Contact,
        Count = 0,
        CountKind = CountKind.Exact,
        Transport = ImportTransport.Rest,
        ExpectedCalls = 1,
        Ceiling = 1,
        Fields =
        [
            new("Id", PropertyType.Text, []),
            new("CreatedDate", PropertyType.DateTime, []),
            new("Email", PropertyType.Text, ["Email"]),
            new("IsConverted", PropertyType.Boolean, []),
            new("ConvertedContactId", PropertyType.Text, []),
            new("FirstName", PropertyType.Text, ["FirstName"]),
            new("Phone", PropertyType.Text, ["Phone"]),
            new("Title", PropertyType.Text, ["Title"]),
            new("HasOptedOutOfEmail", PropertyType.Boolean, ["EmailOptOut"]),
        ],
    };

    private static RecordBatch Batch(IReadOnlyList<WorldRecord> records)
    {
        var columns = Step("Lead").Fields.Select(field => new QueryColumn(field.Path, field.Type)).ToList();
        var values = records.SelectMany(record => new[]
        {
            FieldValue.FromText(record.Id.ToString()),
            FieldValue.FromDateTime(record.CreatedDate),
            FieldValue.FromText(record.Email),
            FieldValue.FromBoolean(record.ConvertedTo is not null),
            FieldValue.FromText(record.ConvertedTo?.ToString()),
            FieldValue.FromText(record.FirstName),
            FieldValue.FromText(record.Phone),
            FieldValue.FromText(record.Title),
            FieldValue.FromBoolean(record.OptOut),
        });
        return new RecordBatch(columns, records.Count, [[.. values]], 10, [.. records.Select(record => record.Id)], hasIds: true)
        {
            RowsSoFar = records.Count,
            IsLast = false,
        };
    }
}
