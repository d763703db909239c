using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesforceImport.DependencyInjection;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>An importer over the chosen org and store, as a host would register it.</summary>
internal sealed class ImportSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly EmulatedOrg? _emulatedOrg;

    private ImportSession(ServiceProvider services, EmulatedOrg? emulatedOrg)
    {
        _services = services;
        _emulatedOrg = emulatedOrg;
    }

    public ISalesforceImporter Importer => _services.GetRequiredService<ISalesforceImporter>();

    public Uri? EmulatedOrgUrl => _emulatedOrg?.Url;

    /// <summary>For what the store alone can answer.</summary>
    /// <exception cref="UsageException">The store cannot be used.</exception>
    public static Task<ImportSession> WithoutOrgAsync(ConsoleOptions options, StorePlace store, Screen screen, CancellationToken cancellationToken) =>
        WithoutOrgAsync(options, store.UseReading, screen, cancellationToken);

    private static Task<ImportSession> WithoutOrgAsync(
        ConsoleOptions options, Action<SalesforceImportBuilder> store, Screen screen, CancellationToken cancellationToken)
    {
        var services = Register(options, store, screen, new Uri("https://localhost"), builder => builder.UseAccessToken(_ =>
            throw new InvalidOperationException("This session has no org.")));
        return OpenAsync(new(services, emulatedOrg: null), cancellationToken);
    }

    /// <summary>For what is done to the store alone.</summary>
    /// <exception cref="UsageException">The store cannot be used.</exception>
    public static Task<ImportSession> WritingWithoutOrgAsync(ConsoleOptions options, StorePlace store, Screen screen, CancellationToken cancellationToken) =>
        WithoutOrgAsync(options, store.Use, screen, cancellationToken);

    /// <exception cref="UsageException">Credentials are missing, or the store cannot be used.</exception>
    public static Task<ImportSession> StartAsync(ConsoleOptions options, StorePlace store, Screen screen, CancellationToken cancellationToken)
    {
        var signIn = SignIn(options);
        store.Check();
        return StartAsync(options, store.Use, signIn, screen, cancellationToken);
    }

    /// <summary>For what the store can answer once it is known which org is meant.</summary>
    /// <exception cref="UsageException">Credentials are missing, or the store cannot be read.</exception>
    public static Task<ImportSession> StartReadingAsync(ConsoleOptions options, StorePlace store, Screen screen, CancellationToken cancellationToken) =>
        StartAsync(options, store.CanBeWritten() ? store.Use : store.UseReading, SignIn(options), screen, cancellationToken);

    private static Action<SalesforceImportBuilder>? SignIn(ConsoleOptions options) =>
        options.Org is null ? null : OrgCredentials.Read(Environment.GetEnvironmentVariable);

    private static async Task<ImportSession> StartAsync(
        ConsoleOptions options, Action<SalesforceImportBuilder> store, Action<SalesforceImportBuilder>? signIn, Screen screen, CancellationToken cancellationToken)
    {
        if (signIn is not null)
        {
            return await OpenAsync(new(Register(options, store, screen, options.Org!, signIn), emulatedOrg: null), cancellationToken);
        }

        var org = await EmulatedOrg.StartAsync(options.EmulatedOrg, cancellationToken);
        return await OpenAsync(new(Register(options, store, screen, org.Url, org.SignIn), org), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_emulatedOrg is not null)
        {
            await _emulatedOrg.DisposeAsync();
        }
    }

    /// <summary>Meets the store before anything else, so that what is wrong with it is known for what it is.</summary>
    private static async Task<ImportSession> OpenAsync(ImportSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session._services.GetRequiredKeyedService<ImportJournal>(Options.DefaultName).PrepareAsync(cancellationToken);
            return session;
        }
        catch (Exception exception)
        {
            await session.DisposeAsync();
            if (exception is SalesforceImportException)
            {
                throw new UsageException(exception.Message, exception);
            }

            throw;
        }
    }

    private static ServiceProvider Register(
        ConsoleOptions options, Action<SalesforceImportBuilder> useStore, Screen screen, Uri org, Action<SalesforceImportBuilder> signIn)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new ScreenLog(screen)));
        var builder = services.AddSalesforceImport(settings =>
        {
            settings.LoginUrl = org;
            settings.DailyCallCap = options.DailyCap;
            settings.Reserve = options.Reserve ?? settings.Reserve;
            settings.CallCeiling = options.Ceiling;
            settings.SpreadOverDays = options.SpreadOverDays;
            settings.Transport = options.Transport;
            settings.Prefer = options.Prefer;
            settings.WhenGone = options.WhenGone;
            settings.ChangeLag = options.Lag ?? settings.ChangeLag;
            settings.AccountSync = options.Sync.Accounts;
            settings.OpportunitySync = options.Sync.Opportunities;
            settings.TaskSync = options.Sync.Tasks;
        });
        useStore(builder);
        signIn(builder);
        return services.BuildServiceProvider();
    }
}
