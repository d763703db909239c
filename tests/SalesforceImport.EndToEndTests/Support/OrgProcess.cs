using System.Diagnostics;
using System.Text.Json;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>An emulated org as a process of its own.</summary>
internal sealed class OrgProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _client;

    private OrgProcess(Process process, Uri url, string clientId, string clientSecret)
    {
        _process = process;
        Url = url;
        ClientId = clientId;
        ClientSecret = clientSecret;
        _client = new HttpClient { BaseAddress = url };
    }

    public Uri Url { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>What the console needs to sign in.</summary>
    public IReadOnlyDictionary<string, string> Credentials => new Dictionary<string, string>
    {
        ["SALESFORCE_CLIENT_ID"] = ClientId,
        ["SALESFORCE_CLIENT_SECRET"] = ClientSecret,
    };

    public static async Task<OrgProcess> StartAsync(TempFolder folder, params IEnumerable<string> arguments)
    {
        var process = Process.Start(Programs.Start(Programs.EmulatorHost, arguments, folder.Path))!;
        try
        {
            using var deadline = new CancellationTokenSource(Deadline);
            var said = new Dictionary<string, string>();
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line && line != "Ready")
            {
                var parts = line.Split(": ", 2);
                said[parts[0]] = parts[^1];
            }

            return new(process, new Uri(said["URL"]), said["Client id"], said["Client secret"]);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Runs the console against this org.</summary>
    public async Task<ConsoleResult> ImportAsync(TempFolder folder, params IEnumerable<string> arguments)
    {
        using var process = ConsoleProcess.Start(folder, Credentials, ["--org", Url.ToString(), .. arguments]);
        return await process.EndAsync();
    }

    /// <summary>How many calls the org has counted.</summary>
    public async Task<long> CountCallsAsync()
    {
        using var answer = JsonDocument.Parse(await _client.GetStringAsync(new Uri("/_emulator/calls", UriKind.Relative)));
        return answer.RootElement.GetProperty("counted").GetInt64();
    }

    public async Task<string> SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ClientId,
            ["client_secret"] = ClientSecret,
        });
        using var answer = await _client.PostAsync(new Uri("/services/oauth2/token", UriKind.Relative), form);
        using var token = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return token.RootElement.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
