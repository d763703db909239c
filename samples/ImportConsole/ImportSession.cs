using Microsoft.Extensions.DependencyInjection;
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
    public static Task<ImportSession> WithoutOrgAsync(ConsoleOptions options, StoreFile store, CancellationToken cancellationToken)
    {
        var services = Register(options, store, new Uri("https://localhost"), builder => builder.UseAccessToken(_ =>
            throw new InvalidOperationException("This session has no org.")));
        return OpenAsync(new(services, emulatedOrg: null), cancellationToken);
    }

    /// <exception cref="UsageException">Credentials are missing, or the store cannot be used.</exception>
    public static async Task<ImportSession> StartAsync(ConsoleOptions options, StoreFile store, CancellationToken cancellationToken)
    {
        var signIn = options.Org is null ? null : OrgCredentials.Read(Environment.GetEnvironmentVariable);
        store.Check();
        if (signIn is not null)
        {
            return await OpenAsync(new(Register(options, store, options.Org!, signIn), emulatedOrg: null), cancellationToken);
        }

        var org = await EmulatedOrg.StartAsync(options.EmulatedOrg, cancellationToken);
        return await OpenAsync(new(Register(options, store, org.Url, org.SignIn), org), cancellationToken);
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

    private static ServiceProvider Register(ConsoleOptions options, StoreFile store, Uri org, Action<SalesforceImportBuilder> signIn)
    {
        var services = new ServiceCollection();
        var builder = services.AddSalesforceImport(settings =>
        {
            settings.LoginUrl = org;
            settings.DailyCallCap = options.DailyCap;
            settings.Reserve = options.Reserve ?? settings.Reserve;
            settings.CallCeiling = options.Ceiling;
        });
        builder.UseSqlite(store.ConnectionString);
        signIn(builder);
        return services.BuildServiceProvider();
    }
}
