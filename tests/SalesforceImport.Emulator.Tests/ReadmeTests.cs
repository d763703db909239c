namespace SalesforceImport.Emulator.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_first_test_of_the_readme_runs()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { Contacts = 5_000_000 }, TestContext.Current.CancellationToken);
        using HttpClient http = emulator.CreateClient();

        string page = await http.GetStringAsync(new Uri("services/data/v67.0/query?q=SELECT+Id,Email+FROM+Contact", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.StartsWith("{\"totalSize\":5000000,\"done\":false,", page);
        Assert.Equal(1, emulator.Calls.Counted);
    }
}
