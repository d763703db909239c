using Microsoft.Extensions.Configuration;
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

    /// <summary>
    /// Registers an importer under a name with settings from configuration, by the names of <see cref="SalesforceImportOptions"/>.
    /// A field map is a section such as <c>"ContactFields"</c>, in which a field has the property that it fills
    /// (<c>"Region__c": "Region"</c>), or a section with <c>Property</c>, <c>Rule</c>, <c>Type</c>, <c>OptOut</c> and
    /// <c>MaxLength</c>; a field without a property is left out, and <c>"*": ""</c> leaves out all the usual fields. Other keys,
    /// such as credentials of the host's, are passed over. Nothing is read by reflection.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The importer's name; empty for the one without a key.</param>
    /// <param name="configuration">The section with the settings.</param>
    /// <param name="configure">Changes settings after they were read; null for none.</param>
    /// <exception cref="ArgumentException">An importer of that name is registered already.</exception>
    /// <remarks>A value that makes no sense stops the host when it starts, and the message names its key.</remarks>
    public static SalesforceImportBuilder AddSalesforceImport(
        this IServiceCollection services, string name, IConfiguration configuration, Action<SalesforceImportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddSalesforceImport(name, options =>
        {
            OptionsFromConfiguration.Apply(name, configuration, options);
            configure?.Invoke(options);
        });
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
