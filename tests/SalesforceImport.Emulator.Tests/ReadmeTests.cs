using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_first_test_of_the_readme_runs()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 5_000_000 });
        using var http = new HttpClient { BaseAddress = emulator.Url };

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = emulator.ClientId,
            ["client_secret"] = emulator.ClientSecret,
        });
        using var signIn = await http.PostAsync(new Uri("services/oauth2/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var token = JsonNode.Parse(await signIn.BodyAsync())!["access_token"]!.ToString();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var page = await http.GetStringAsync(new Uri("services/data/v67.0/query?q=SELECT+Id,Email+FROM+Contact", UriKind.Relative), TestContext.Current.CancellationToken);
        emulator.Calls.Counted.Should().Be(1);
        page.Should().StartWith("{\"totalSize\":5000000,\"done\":false,\"nextRecordsUrl\":");
    }
}
