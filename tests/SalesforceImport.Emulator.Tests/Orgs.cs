namespace SalesforceImport.Emulator.Tests;

internal static class Orgs
{
    public static Task<SalesforceEmulator> StartAsync(EmulatorOptions? options = null) =>
        SalesforceEmulator.StartAsync(options, TestContext.Current.CancellationToken);

    public static Task<string> BodyAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
