using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>A folder with a database file, and stores and hosts over it.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private readonly List<SqliteContactStore> _stores = [];

    private protected TempFolder Folder { get; } = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        Folder.Dispose();
    }

    private protected SqliteContactStore Store(string? connectionString = null, TimeSpan? busyTimeout = null)
    {
        var store = new SqliteContactStore(new()
        {
            ConnectionString = connectionString ?? Folder.ConnectionString,
            BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(30),
        });
        _stores.Add(store);
        return store;
    }

    private protected async Task<SqliteContactStore> PreparedAsync(params StoreSchema[] schemas)
    {
        var store = Store();
        await store.PrepareAsync(schemas.Length > 0 ? schemas : [People.Schema], Cancellation);
        return store;
    }

    private protected static async Task<long> ApplyAsync(SqliteContactStore store, params RowChange[] changes)
    {
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var result = await store.ApplyAsync(People.Set("run-1", opened.Epoch, opened.Run.Sequence + 1, "c", changes), Cancellation);
        result.Outcome.Should().Be(ApplyOutcome.Applied);
        await store.CloseRunAsync(
            new() { Run = "run-1", Epoch = opened.Epoch, State = RunState.Paused, At = DateTimeOffset.UnixEpoch }, Cancellation);
        return opened.Epoch;
    }

    private protected static async Task<StoredRow> SingleAsync(SqliteContactStore store, FindRequest request) =>
        (await store.FindAsync(request, Cancellation)).Rows.Should().ContainSingle().Subject;

    private protected HostSql Host() => new(Folder.ConnectionString);
}
