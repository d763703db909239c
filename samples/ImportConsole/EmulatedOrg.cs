using SalesforceImport.DependencyInjection;
using SalesforceImport.Emulator;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>An org in a box, in this very process.</summary>
internal sealed class EmulatedOrg : IAsyncDisposable
{
    private readonly SalesforceEmulator _emulator;

    private EmulatedOrg(SalesforceEmulator emulator) => _emulator = emulator;

    public Uri Url => _emulator.Url;

    public static async Task<EmulatedOrg> StartAsync(EmulatedOrgSize size, CancellationToken cancellationToken) => new(
        await SalesforceEmulator.StartAsync(
            new EmulatorOptions { Leads = size.Leads, Contacts = size.Contacts, Seed = size.Seed },
            cancellationToken));

    public void SignIn(SalesforceImportBuilder builder) => builder.UseClientCredentials(_emulator.ClientId, _emulator.ClientSecret);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();
}
