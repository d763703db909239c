using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesforceImport.Salesforce.SignIn;

namespace SalesforceImport.Salesforce;

/// <summary>Registers an org's client.</summary>
internal static class SalesforceOrgServices
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds a <see cref="SalesforceOrg"/> under its name, with an HTTP client of its own.</summary>
    public static IServiceCollection AddSalesforceOrg(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, SalesforceOrgSettings> settings,
        Func<IServiceProvider, SalesforceCredentials> credentials)
    {
        // The factory's own loggers write addresses, and with them queries and what they look for.
        services.AddHttpClient(ClientName(name))
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.GZip,
                PooledConnectionLifetime = ConnectionLifetime,
            })

            // Of the handlers that a host gives to all its clients one may try again, and the meter would not know; another
            // may write addresses. What the host adds to this client by its name, after this, stays.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddKeyedSingleton(name, (provider, _) => new SalesforceOrg(
            settings(provider),
            credentials(provider),
            provider.GetRequiredService<IHttpClientFactory>(),
            ClientName(name),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("SalesforceImport.Salesforce")));
        return services;
    }

    /// <summary>The name of the org's HTTP client.</summary>
    public static string ClientName(string name) => $"SalesforceImport:{name}";
}
