namespace SalesforceImport.Emulator.Tests;

/// <summary>An emulator of the default sizes and a client that is signed in, for tests that change nothing.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public SalesforceEmulator Emulator { get; private set; } = null!;

    internal OrgClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { DailyApiRequestLimit = 1_000_000 });
        Client = await OrgClient.SignInAsync(Emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
