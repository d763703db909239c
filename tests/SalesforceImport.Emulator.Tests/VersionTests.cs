using System.Net;

namespace SalesforceImport.Emulator.Tests;

public sealed class VersionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Versions_need_no_token_and_tell_no_usage()
    {
        using var client = new OrgClient(fixture.Emulator);
        using var response = await client.GetAsync("/services/data");
        response.Headers.Contains("Sforce-Limit-Info").Should().BeFalse();
        var body = await response.BodyAsync();
        body.Should().StartWith("""[{"label":"Summer '14","url":"/services/data/v31.0","version":"31.0"},{"label":"Winter '15",""");
        body.Should().EndWith("""{"label":"Spring '26","url":"/services/data/v66.0","version":"66.0"},{"label":"Summer '26","url":"/services/data/v67.0","version":"67.0"}]""");
    }

    [Fact]
    public async Task A_version_lists_its_resources()
    {
        var answer = await fixture.Client.GetJsonAsync("/services/data/v59.0/");
        answer.RequiredString("query").Should().Be("/services/data/v59.0/query");
        answer.RequiredString("sobjects").Should().Be("/services/data/v59.0/sobjects");
    }

    [Theory]
    [InlineData("v21.0", 410, "UNSUPPORTED_API_VERSION")]
    [InlineData("v30.0", 410, "UNSUPPORTED_API_VERSION")]
    [InlineData("v68.0", 404, "NOT_FOUND")]
    [InlineData("v67", 404, "NOT_FOUND")]
    [InlineData("67.0", 404, "NOT_FOUND")]
    [InlineData("v067.00", 404, "NOT_FOUND")]
    public async Task Other_versions_are_gone_or_never_were(string version, int status, string code)
    {
        var error = await fixture.Client.ErrorAsync($"/services/data/{version}/limits");
        (error.Status, error.Code).Should().Be((status, code));
    }

    [Fact]
    public async Task The_version_asked_is_the_version_of_every_address_in_the_answer()
    {
        var page = await fixture.Client.GetJsonAsync("/services/data/v45.0/query?q=SELECT+Id+FROM+Contact");
        page.RequiredString("nextRecordsUrl").Should().StartWith("/services/data/v45.0/query/0r8");
        page["records"]![0]!["attributes"]!.RequiredString("url").Should().StartWith("/services/data/v45.0/sobjects/Contact/003");
    }

    [Fact]
    public async Task The_date_of_an_answer_is_the_orgs_time()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2027, 2, 28, 23, 59, 58, TimeSpan.Zero));
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = time });
        using var client = new OrgClient(emulator);
        using var response = await client.GetAsync("/services/data");
        response.Headers.Date.Should().Be(new DateTimeOffset(2027, 2, 28, 23, 59, 58, TimeSpan.Zero));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
