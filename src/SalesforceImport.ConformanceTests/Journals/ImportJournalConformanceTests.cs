namespace SalesforceImport.ConformanceTests;

/// <summary>What every journal must do: keep runs, reserve calls under the cap, show usage hour by hour.</summary>
public abstract partial class ImportJournalConformanceTests : IAsyncLifetime
{
    private JournalFixture? _fixture;

    /// <summary>The database of this test.</summary>
    protected JournalFixture Fixture => _fixture ?? throw new InvalidOperationException("The test has not been initialised.");

    /// <summary>Cancelled when the test run is.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes an empty database.</summary>
    protected abstract Task<JournalFixture> CreateFixtureAsync();

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

    /// <summary>Another process's instance, prepared.</summary>
    protected async Task<ImportJournal> OpenJournalAsync()
    {
        var journal = await Fixture.OpenAsync(Cancellation);
        await journal.PrepareAsync(Cancellation);
        return journal;
    }
}
