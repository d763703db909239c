using System.Net.Http.Headers;
using System.Net.Http.Json;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

/// <summary>What has changed in the org, as a user of the console gets it.</summary>
public sealed class ChangesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private StoreReader Store => new(_folder.File("salesforce-import.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_what_has_changed_is_read_and_the_database_is_as_after_a_fresh_import()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "200", "--contacts", "600");
        (await org.ImportAsync(_folder, "--yes")).ShouldExitWith(0);
        var ids = Store.Rows("SELECT salesforce_id FROM contacts WHERE salesforce_object = 'Contact' ORDER BY id LIMIT 3").Select(row => (string)row[0]!).ToList();
        using var client = new HttpClient { BaseAddress = org.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await org.SignInAsync());
        await SendAsync(client, HttpMethod.Patch, $"sobjects/Contact/{ids[0]}", new { Title = "Chief", Phone = (string?)null });
        await SendAsync(client, HttpMethod.Delete, $"sobjects/Contact/{ids[1]}", null);
        await SendAsync(client, HttpMethod.Post, "sobjects/Lead", new { LastName = "New", Company = "Newco", Email = "new@example.com" });

        var changes = (await org.ImportAsync(_folder, "--yes", "--changes", "--lag", "0", "--json")).ShouldExitWith(0);

        changes.Count("Contact", "selected").Should().Be(1);
        changes.Count("Contact", "gone").Should().Be(1);
        changes.Count("Lead", "created").Should().Be(1);
        (await org.ImportAsync(_folder, "--yes", "--store", "fresh.db")).ShouldExitWith(0);
        Store.Content().Should().Equal(new StoreReader(_folder.File("fresh.db")).Content());
        (await org.ImportAsync(_folder, "--why", ids[1])).ShouldExitWith(0).Output.Should().Contain("deleted in the org");
    }

    [Fact]
    public async Task A_preview_says_what_an_import_would_do_and_does_nothing()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "100", "--contacts", "300");
        (await org.ImportAsync(_folder, "--yes")).ShouldExitWith(0);
        string id = (string)Store.Rows("SELECT salesforce_id FROM contacts WHERE salesforce_object = 'Contact' ORDER BY id LIMIT 1").Single()[0]!;
        using var client = new HttpClient { BaseAddress = org.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await org.SignInAsync());
        await SendAsync(client, HttpMethod.Patch, $"sobjects/Contact/{id}", new { Title = "Chief" });
        var before = Store.Content();

        var preview = (await org.ImportAsync(_folder, "--preview", "--json")).ShouldExitWith(0);
        Store.Content().Should().Equal(before);
        Store.Scalar("SELECT COUNT(*) FROM imports").Should().Be(1);
        var import = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(0);

        preview.State.Should().Be("previewed");
        preview.Error.Should().Contain("Title '").And.Contain("-> 'Chief' (AlwaysSalesforce)").And.Contain("Nothing was imported");
        preview.Json.GetProperty("objects").GetRawText().Should().Be(import.Json.GetProperty("objects").GetRawText());
        import.Total("updated").Should().Be(1);
    }

    [Theory]
    [InlineData("give them with --changes", "--lag", "5")]
    [InlineData("--lag", "--changes", "--lag", "-1")]
    [InlineData("--when-gone takes delete, mark or keep", "--changes", "--when-gone", "burn")]
    [InlineData("do not go with --resume", "--changes", "--resume", "20260101-000000-000000")]
    public async Task Options_that_make_no_sense_are_told(string message, params string[] arguments)
    {
        var refused = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", .. arguments])).ShouldExitWith(2);

        refused.Error.Should().Contain(message);
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"services/data/v67.0/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
