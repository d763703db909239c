namespace SalesforceImport.Emulator.Tests;

public sealed class StatusPageTests
{
    [Fact]
    public async Task The_page_shows_objects_calls_and_faults_and_is_no_call_itself()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Leads = 1234, DailyApiRequestLimit = 5000 });
        using var client = await OrgClient.SignInAsync(emulator);
        await client.QueryAsync("SELECT Id FROM Lead WHERE Name = '<script>' LIMIT 1");
        emulator.Faults.Add(NamedFaults.Get("maintenance-html").ToFault(callNumber: 100));
        using var response = await client.GetAsync("/");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var page = await response.BodyAsync();
        page.Should().Contain("<td>Lead</td><td class=\"n\">1,234</td>").And.Contain("1 of 5,000").And.Contain("maintenance-html");
        page.Should().Contain("&lt;script&gt;").And.NotContain("<script>");
        page.Should().NotContain(emulator.ClientSecret);
        emulator.Calls.Count.Should().Be(2);
    }

    [Fact]
    public async Task The_page_takes_no_posts()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = new OrgClient(emulator);
        using var response = await client.PostJsonAsync("/", "{}");
        ((int)response.StatusCode).Should().Be(405);
    }
}
