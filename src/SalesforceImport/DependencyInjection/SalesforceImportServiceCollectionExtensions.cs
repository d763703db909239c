using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesforceImport;
using SalesforceImport.DependencyInjection;
using SalesforceImport.Importing;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;
using SalesforceImport.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers importers.</summary>
public static class SalesforceImportServiceCollectionExtensions
{
    /// <summary>
    /// Registers an importer for one org, to be had as <see cref="ISalesforceImporter"/>. The builder that it returns takes
    /// the credentials and the store.
    /// </summary>
    /// <exception cref="ArgumentException">An importer of that name is registered already.</exception>
    public static SalesforceImportBuilder AddSalesforceImport(this IServiceCollection services, Action<SalesforceImportOptions> configure) =>
        services.AddSalesforceImport(Options.Options.DefaultName, configure);

    /// <summary>
    /// Registers an importer under a name: a host with several orgs registers each under its own, and resolves
    /// <see cref="ISalesforceImporter"/> by that key. The first one registered is also the one without a key.
    /// </summary>
    /// <exception cref="ArgumentException">An importer of that name is registered already.</exception>
    public static SalesforceImportBuilder AddSalesforceImport(this IServiceCollection services, string name, Action<SalesforceImportOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(ISalesforceImporter) && name.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"A Salesforce importer named '{name}' is registered already.", nameof(name));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SalesforceImportOptions>, SalesforceImportOptionsValidator>());
        services.AddOptions<SalesforceImportOptions>(name).Configure(configure).ValidateOnStart();
        services.AddSalesforceOrg(name, provider => SettingsOf(OptionsOf(provider, name)), provider => Registered<SalesforceCredentials>(provider, name, "credentials", "UseClientCredentials"));
        services.AddKeyedSingleton<ISalesforceImporter>(name, (provider, _) => new SalesforceImporter(ServicesOf(provider, name)));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ISalesforceImporter>(name));
        return new SalesforceImportBuilder(name, services);
    }

    private static ImporterServices ServicesOf(IServiceProvider provider, string name) => new(
        OptionsOf(provider, name),
        provider.GetRequiredKeyedService<SalesforceOrg>(name),
        Registered<ContactStore>(provider, name, "store", "UseSqlite"),
        Registered<ImportJournal>(provider, name, "journal", "UseSqlite"),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILoggerFactory>()?.CreateLogger("SalesforceImport") ?? NullLogger.Instance);

    private static SalesforceImportOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<SalesforceImportOptions>>().Get(name);

    private static T Registered<T>(IServiceProvider provider, string name, string what, string call)
        where T : class =>
        provider.GetKeyedService<T>(name)
        ?? throw new SalesforceImportException($"The Salesforce importer '{name}' has no {what}: call {call} or one of its like on what AddSalesforceImport returned.");

    private static SalesforceOrgSettings SettingsOf(SalesforceImportOptions options) => new()
    {
        LoginUrl = options.LoginUrl!,
        ApiVersion = options.ApiVersion,
        AllowInsecureHttp = options.AllowInsecureHttp,
    };
}
