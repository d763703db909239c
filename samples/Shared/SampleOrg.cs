using SalesforceImport.Emulator;

namespace SalesforceImport.Samples.Shared;

/// <summary>
/// The org that a sample imports from: the one that <c>SALESFORCE_URL</c>, <c>SALESFORCE_CLIENT_ID</c> and
/// <c>SALESFORCE_CLIENT_SECRET</c> name, or an emulated one in this very process.
/// </summary>
internal sealed class SampleOrg : IAsyncDisposable
{
    private const string UrlVariable = "SALESFORCE_URL";

    private readonly SalesforceEmulator? _emulator;

    private SampleOrg(Uri url, string clientId, string clientSecret, SalesforceEmulator? emulator)
    {
        (Url, ClientId, ClientSecret) = (url, clientId, clientSecret);
        _emulator = emulator;
    }

    public Uri Url { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>What an emulated org holds, to change it; null for a real one.</summary>
    public EmulatedOrg? Emulated => _emulator?.Org;

    public static async Task<SampleOrg> StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(UrlVariable)))
        {
            var emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions(), cancellationToken);
            Console.WriteLine($"An emulated org is running at {emulator.Url}; set {UrlVariable} to import from a real one.");
            return new(emulator.Url, emulator.ClientId, emulator.ClientSecret, emulator);
        }

        var url = Uri.TryCreate(Read(UrlVariable), UriKind.Absolute, out var given)
            ? given
            : throw new UsageException($"{UrlVariable} must be an address, such as https://acme.my.salesforce.com.");
        return new(url, Read("SALESFORCE_CLIENT_ID"), Read("SALESFORCE_CLIENT_SECRET"), emulator: null);
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Read(string variable) => Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value)
        ? value.Trim()
        : throw new UsageException($"{UrlVariable} is set, and {variable} is not: a real org needs both.");
}
