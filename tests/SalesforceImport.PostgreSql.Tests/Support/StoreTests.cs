using SalesforceImport.PostgreSql.Testing;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests.Support;

/// <summary>A schema, and stores and hosts over it.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _open = [];
    private TestSchema? _schema;

    private protected TestSchema Schema => _schema ?? throw new InvalidOperationException("The test has not been initialised.");

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _schema = await SharedServer.CreateSchemaAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var one in Enumerable.Reverse(_open))
        {
            await one.DisposeAsync();
        }

        if (_schema is not null)
        {
            await _schema.DisposeAsync();
        }
    }

    private protected PostgreSqlContactStore Store(string? connectionString = null, TimeSpan? lockTimeout = null) => Owned(new PostgreSqlContactStore(new()
    {
        ConnectionString = connectionString ?? Schema.ConnectionString,
        LockTimeout = lockTimeout ?? TimeSpan.FromSeconds(30),
    }));

    private protected async Task<PostgreSqlContactStore> PreparedAsync(params StoreSchema[] schemas)
    {
        var store = Store();
        await store.PrepareAsync(schemas.Length > 0 ? schemas : [People.Schema], Cancellation);
        return store;
    }

    private protected static async Task<long> ApplyAsync(PostgreSqlContactStore store, params RowChange[] changes)
    {
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        var result = await store.ApplyAsync(People.Set("run-1", opened.Epoch, opened.Run.Sequence + 1, "c", changes), Cancellation);
        result.Outcome.Should().Be(ApplyOutcome.Applied);
        await store.CloseRunAsync(
            new() { Run = "run-1", Epoch = opened.Epoch, State = RunState.Paused, At = DateTimeOffset.UnixEpoch }, Cancellation);
        return opened.Epoch;
    }

    private protected static async Task<StoredRow> SingleAsync(PostgreSqlContactStore store, FindRequest request) =>
        (await store.FindAsync(request, Cancellation)).Rows.Should().ContainSingle().Subject;

    private protected async Task<HostSql> HostAsync() => Owned(await HostSql.OpenAsync(Schema.ConnectionString));

    private protected T Owned<T>(T one)
        where T : IAsyncDisposable
    {
        _open.Add(one);
        return one;
    }
}
