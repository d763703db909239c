namespace SalesforceImport.ConformanceTests;

/// <summary>
/// What every theme of the suite shares. To test a store, derive a class from each theme (<see cref="StoreSuiteCompletenessTests"/>
/// tells when one is missing) and give it a fixture. A test that cannot hold for a store can be overridden: say why.
/// </summary>
public abstract class ContactStoreConformanceTests : IAsyncLifetime
{
    private StoreFixture? _fixture;

    /// <summary>The database of this test.</summary>
    protected StoreFixture Fixture => _fixture ?? throw new InvalidOperationException("The test has not been initialised.");

    /// <summary>Cancelled when the test run is.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes an empty database.</summary>
    protected abstract Task<StoreFixture> CreateFixtureAsync();

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => _fixture = await CreateFixtureAsync();

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_fixture is not null)
        {
            await _fixture.DisposeAsync();
        }
    }

    /// <summary>Another process's instance, prepared with the suite's contacts and accounts, or with the schemas given.</summary>
    protected async Task<ContactStore> OpenStoreAsync(params StoreSchema[] schemas)
    {
        var store = await Fixture.OpenAsync(Cancellation);
        await store.PrepareAsync(schemas is { Length: > 0 } ? schemas : [Sample.Contacts, Sample.Accounts], Cancellation);
        return store;
    }
}
