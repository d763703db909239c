using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.Salesforce.SignIn;
using SalesforceImport.Stores;

namespace SalesforceImport.DependencyInjection;

/// <summary>Takes what one importer needs beside its options: how to sign in, and where to put what comes. Not thread-safe: for registration.</summary>
public sealed class SalesforceImportBuilder
{
    internal SalesforceImportBuilder(string name, IServiceCollection services)
    {
        Name = name;
        Services = services;
    }

    /// <summary>The importer's name: the key that its services are registered under.</summary>
    public string Name { get; }

    /// <summary>The services that the importer is registered in.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Signs in as the app itself, by the OAuth 2.0 client credentials flow. Needs an external client app with a run-as
    /// user, and the org's My Domain URL as <see cref="SalesforceImportOptions.LoginUrl"/>.
    /// </summary>
    /// <seealso href="https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm">Client credentials flow</seealso>
    public SalesforceImportBuilder UseClientCredentials(string clientId, string clientSecret) =>
        Use(SalesforceCredentials.ClientCredentials(clientId, clientSecret));

    /// <summary>
    /// Signs in as a user who has approved the app beforehand, by the OAuth 2.0 JWT bearer flow.
    /// </summary>
    /// <param name="clientId">The app's consumer key.</param>
    /// <param name="username">The user.</param>
    /// <param name="privateKeyPem">The private RSA key whose certificate the app knows, in PEM.</param>
    /// <param name="audience">The audience; null for login.salesforce.com, or test.salesforce.com for a sandbox.</param>
    /// <seealso href="https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm">JWT bearer flow</seealso>
    public SalesforceImportBuilder UseJwtBearer(string clientId, string username, string privateKeyPem, string? audience = null) =>
        Use(SalesforceCredentials.JwtBearer(clientId, username, privateKeyPem, audience));

    /// <summary>
    /// Signs in with a refresh token. Where the org rotates refresh tokens, each new one is handed to
    /// <paramref name="onRotated"/> before it is used: keep it, for the old one is dead.
    /// </summary>
    public SalesforceImportBuilder UseRefreshToken(
        string clientId, string? clientSecret, string refreshToken, Func<string, CancellationToken, Task> onRotated) =>
        Use(SalesforceCredentials.RefreshToken(clientId, clientSecret, refreshToken, onRotated));

    /// <summary>
    /// Signs in with a user's name and password (with the security token appended where the org asks for one). A legacy
    /// flow, switched off in new orgs: prefer client credentials.
    /// </summary>
    public SalesforceImportBuilder UseUsernamePassword(string clientId, string clientSecret, string username, string password) =>
        Use(SalesforceCredentials.UsernamePassword(clientId, clientSecret, username, password));

    /// <summary>
    /// Uses an access token that the host supplies; asked again, once, when the org says that it has expired.
    /// <see cref="SalesforceImportOptions.LoginUrl"/> is then the org's instance URL.
    /// </summary>
    public SalesforceImportBuilder UseAccessToken(Func<CancellationToken, ValueTask<string>> getToken) =>
        Use(SalesforceCredentials.AccessToken(getToken));

    /// <summary>Imports into a store of the host's own.</summary>
    public SalesforceImportBuilder UseStore(Func<IServiceProvider, ContactStore> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.AddKeyedSingleton(Name, (provider, _) => store(provider));
        return this;
    }

    /// <summary>Keeps runs and API usage in a journal of the host's own.</summary>
    public SalesforceImportBuilder UseJournal(Func<IServiceProvider, ImportJournal> journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        Services.AddKeyedSingleton(Name, (provider, _) => journal(provider));
        return this;
    }

    private SalesforceImportBuilder Use(SalesforceCredentials credentials)
    {
        Services.AddKeyedSingleton(Name, credentials);
        return this;
    }
}
