namespace SalesforceImport.ConformanceTests.Support;

/// <summary>A run as the library drives it: opened, fed numbered change sets, closed.</summary>
internal sealed class StoreRun
{
    private StoreRun(ContactStore store, OpenedRun opened, RecordKind kind, SalesforceId org)
    {
        Store = store;
        Opened = opened;
        Kind = kind;
        Org = org;
        Sequence = opened.Run.Sequence;
    }

    public ContactStore Store { get; }

    public OpenedRun Opened { get; }

    public RecordKind Kind { get; }

    public SalesforceId Org { get; }

    public long Sequence { get; private set; }

    public string Id => Opened.Run.Run;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static RunOpening Opening(string run, bool isNew = true, int minute = 0, string holder = "machine/1", params RecordKind[] kinds) => new()
    {
        Run = run,
        Kinds = kinds.Length > 0 ? kinds : [RecordKind.Contact],
        Holder = holder,
        At = Sample.At(minute),
        New = isNew ? new NewRun(Sample.Org, $"plan of {run}", $"List of {run}") : null,
    };

    /// <summary>Starts a run; where <paramref name="org"/> is given, its change sets come from that org.</summary>
    public static async Task<StoreRun> StartAsync(
        ContactStore store,
        string run = "run-1",
        RecordKind kind = RecordKind.Contact,
        SalesforceId? org = null,
        RecordKind? also = null)
    {
        RecordKind[] kinds = also is { } other ? [kind, other] : [kind];
        return new(store, await store.OpenRunAsync(Opening(run, kinds: kinds), Cancellation), kind, org ?? Sample.Org);
    }

    public static async Task<StoreRun> ResumeAsync(ContactStore store, string run = "run-1", RecordKind kind = RecordKind.Contact) =>
        new(store, await store.OpenRunAsync(Opening(run, isNew: false, minute: 60, kinds: kind), Cancellation), kind, Sample.Org);

    /// <summary>The same run speaking of another kind or for another org. Sequences are the run's: use one at a time.</summary>
    public StoreRun For(RecordKind? kind = null, SalesforceId? org = null) => new(Store, Opened, kind ?? Kind, org ?? Org) { Sequence = Sequence };

    /// <summary>The same opening through another process's instance.</summary>
    public StoreRun Through(ContactStore store) => new(store, Opened, Kind, Org) { Sequence = Sequence };

    public ChangeSet Set(params RowChange[] changes) => Set(changes, []);

    public ChangeSet Set(
        IReadOnlyList<RowChange> changes,
        IReadOnlyList<StoredSource> putOrphans,
        IReadOnlyList<SourceKey>? droppedOrphans = null,
        IReadOnlyCollection<SalesforceId>? absentSources = null,
        IReadOnlyCollection<string>? absentEmails = null,
        bool anyOrg = false,
        bool absentSincePrevious = false,
        RecordLog? log = null,
        long? sequence = null,
        long? epoch = null,
        string? checkpoint = null) => new()
        {
            Run = Id,
            Epoch = epoch ?? Opened.Epoch,
            Sequence = sequence ?? Sequence + 1,
            Kind = Kind,
            Org = Org,
            Checkpoint = checkpoint ?? $"checkpoint {sequence ?? Sequence + 1}",
            Changes = changes,
            PutOrphans = putOrphans,
            DroppedOrphans = droppedOrphans ?? [],
            AbsentSources = absentSources ?? [],
            AbsentEmails = absentEmails ?? [],
            AbsentSincePrevious = absentSincePrevious,
            EmailsOfAnyOrg = anyOrg,
            Logs = log is null ? [] : [log],
        };

    public Task ApplyAsync(params RowChange[] changes) => ApplyAsync(Set(changes));

    /// <summary>Applies and insists on it.</summary>
    public async Task ApplyAsync(ChangeSet set)
    {
        var result = await Store.ApplyAsync(set, Cancellation);
        Assert.Equal(ApplyOutcome.Applied, result.Outcome);
        Sequence = set.Sequence;
    }

    /// <summary>For a set applied through <see cref="TryAsync"/>.</summary>
    public void Advance() => Sequence++;

    public async Task<ApplyResult> TryAsync(ChangeSet set) => await Store.ApplyAsync(set, Cancellation);

    public Task CloseAsync(RunState state = RunState.Completed, string? checkpoint = null, int minute = 90) => Store.CloseRunAsync(
        new() { Run = Id, Epoch = Opened.Epoch, State = state, Checkpoint = checkpoint, At = Sample.At(minute) }, Cancellation);

    public Task<FindResult> FindAsync(params SalesforceId[] sources) => Store.FindAsync(
        new() { Kind = Kind, Org = Org, Run = Id, Sources = sources }, Cancellation);

    public Task<FindResult> FindByEmailAsync(string email, bool anyOrg = false) => Store.FindAsync(
        new() { Kind = Kind, Org = Org, Run = Id, Emails = [email], EmailsOfAnyOrg = anyOrg }, Cancellation);

    public async Task<StoredRow?> FindIdAsync(long id)
    {
        var found = await Store.FindAsync(new() { Kind = Kind, Org = Org, Run = Id, Ids = [id] }, Cancellation);
        return found.Rows.SingleOrDefault();
    }

    /// <summary>The one row that the record belongs to.</summary>
    public async Task<StoredRow> RowAsync(SalesforceId source) => Assert.Single((await FindAsync(source)).Rows);
}
