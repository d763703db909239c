using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using SalesforceImport.Emulator.Http;

namespace SalesforceImport.Emulator;

/// <summary>
/// A Salesforce org in a box: an HTTP server on loopback that answers as an org does, over data made from a seed. Each has its
/// own port, data and clock; a process can run as many as it likes. Thread-safe.
/// </summary>
public sealed class SalesforceEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly OrgServices _services;
    private readonly CancellationTokenSource _stopping;
    private int _disposed;

    private SalesforceEmulator(WebApplication application, OrgServices services, CancellationTokenSource stopping)
    {
        (_application, _services, _stopping) = (application, services, stopping);
        Url = new Uri(services.BaseUrl + "/");
    }

    /// <summary>Where the emulator listens: login host, My Domain and instance URL in one.</summary>
    public Uri Url { get; }

    /// <summary>
    /// The emulator under the name of a login host that all orgs share, where client credentials are refused as on
    /// login.salesforce.com. It resolves to loopback on most systems; on others the <c>Host</c> header alone decides.
    /// </summary>
    public Uri LoginUrl => new(_services.LoginUrl + "/");

    /// <summary>The consumer key of the app that may sign in with a secret. Made from the seed.</summary>
    public string ClientId => _services.Apps.ClientId;

    /// <summary>The app's consumer secret. Made from the seed.</summary>
    public string ClientSecret => _services.Apps.ClientSecret;

    /// <summary>The name of the user that integrations run as.</summary>
    public string Username => _services.Org.Username;

    /// <summary>That user's password with the security token appended, as the password flow wants it.</summary>
    public string PasswordAndToken => _services.Apps.Password + _services.Apps.SecurityToken;

    /// <summary>The org's records.</summary>
    public EmulatedOrg Org => _services.Org;

    /// <summary>The requests sent so far.</summary>
    public CallLog Calls => _services.Calls;

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults => _services.Faults;

    /// <summary>How many API requests count in the last 24 hours, those of others included.</summary>
    public int ApiRequestsUsed => _services.Allowance.Used;

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How the org is made; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The emulator, which listens already. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SalesforceEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var services = new OrgServices((options ?? new EmulatorOptions()).Validated());
        var stopping = new CancellationTokenSource();
        var application = EmulatorServer.Build(services, stopping.Token);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            services.BaseUrl = application.Urls.Single();
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            stopping.Dispose();
            throw;
        }

        Log.Started(services.Logger, services.Org.Id, services.BaseUrl);
        return new SalesforceEmulator(application, services, stopping);
    }

    /// <summary>Lets an app sign in with JWTs.</summary>
    /// <param name="clientId">The app's consumer key, which is the JWT's issuer.</param>
    /// <param name="publicKey">The key that the app signs with; only its public half is read.</param>
    public void RegisterJwtApp(string clientId, System.Security.Cryptography.RSA publicKey) => _services.Apps.Register(new JwtApp(clientId, publicKey));

    /// <summary>Signs the integration user in without a request.</summary>
    /// <returns>The access token.</returns>
    public string OpenSession() => _services.Sessions.Open(0, ClientId).Token;

    /// <summary>Makes a client whose address is the emulator and whose session is the integration user's, for tests that need no sign-in.</summary>
    /// <returns>The client; dispose it when done.</returns>
    public HttpClient CreateClient()
    {
        var client = new HttpClient { BaseAddress = Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OpenSession());
        return client;
    }

    /// <summary>Makes a refresh token for the integration user, as if the user had approved the app in a browser.</summary>
    /// <returns>The token.</returns>
    public string IssueRefreshToken() => _services.Sessions.IssueRefreshToken(0, ClientId).Token;

    /// <summary>Ends all sessions; refresh tokens stay.</summary>
    public void ExpireSessions() => _services.Sessions.RevokeAll();

    /// <summary>Ends all query locators.</summary>
    public void ExpireLocators() => _services.Locators.ExpireAll();

    /// <summary>
    /// Puts the org back as it was made, for tests that share an emulator: records, custom fields and objects, and what is hidden.
    /// Drops all faults and empties the call log. Sessions, jobs, query locators and the allowances of the day go on.
    /// </summary>
    public void Reset()
    {
        Org.Reset();
        Faults.Clear();
        Calls.Clear();
    }

    /// <summary>Stops listening and drops the requests under way.</summary>
    /// <returns>Done when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _services.IngestJobs.Dispose();
        _stopping.Dispose();
    }
}
