using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Recorded;

/// <summary>Answers beside those of real orgs: the same names and types.</summary>
public sealed class RecordedAnswerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.Zero));

    public static TheoryData<string> Files => [.. RecordedAnswer.All.Select(recorded => recorded.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task An_answer_looks_like_the_recorded_one(string file)
    {
        var recorded = RecordedAnswer.All.Single(answer => answer.File == file);
        var expected = Read(file);
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Seed = 3, TimeProvider = _time });
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.Org.Delete(emulator.Org.IdAt("Account", 7));
        _time.SetUtcNow(new DateTimeOffset(2026, 7, 1, 12, 40, 0, TimeSpan.Zero));
        var path = recorded.Path;
        foreach (var name in new[] { "Account", "Contact", "Organization", "User" })
        {
            path = path.Replace($"{{{name}}}", emulator.Org.IdAt(name, 0), StringComparison.Ordinal);
        }

        using var response = await client.GetAsync(path);
        response.Content.Headers.NonValidated["Content-Type"].Should().Equal("application/json;charset=UTF-8");
        Differences(expected, JsonNode.Parse(await response.BodyAsync()), recorded.Allowed).Should().BeEmpty();
    }

    [Theory]
    [InlineData("auth_success_response.json", "client_credentials", null)]
    [InlineData("auth_error_response.json", "password", "wrong")]
    [InlineData("refresh_success_response.json", "refresh_token", null)]
    [InlineData("refresh_error_response.json", "refresh_token", "wrong")]
    public async Task A_sign_in_is_answered_like_the_recorded_one(string file, string grant, string? wrong)
    {
        var expected = Read("restforce__restforce/" + file);
        await using var emulator = await Orgs.StartAsync();
        using var client = new OrgClient(emulator);
        var answer = await client.TokenAsync(
            ("grant_type", grant), ("client_id", emulator.ClientId), ("client_secret", emulator.ClientSecret), ("username", emulator.Username),
            ("password", wrong ?? emulator.PasswordAndToken), ("refresh_token", wrong ?? emulator.IssueRefreshToken()));
        Differences(expected, answer, KnownDifference.Later).Should().BeEmpty();
    }

    [Fact]
    public async Task An_expired_session_is_answered_like_the_recorded_one()
    {
        var expected = Read("restforce__restforce/expired_session_response.json");
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        emulator.ExpireSessions();
        using var response = await client.GetAsync(OrgClient.Version + "/limits");
        (await response.BodyAsync()).Should().Be(expected!.ToJsonString());
    }

    [Fact]
    public async Task A_record_made_is_answered_like_the_recorded_one()
    {
        var expected = Read("restforce__restforce/sobject/create_success_response.json");
        var refused = Read("restforce__restforce/sobject/write_error_response.json");
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        Differences(expected, await client.PostForJsonAsync(OrgClient.Version + "/sobjects/Account", new { Name = "New" })).Should().BeEmpty();
        using var response = await client.PostJsonAsync(OrgClient.Version + "/sobjects/Account", new { Name = "New", foo = 1 });
        Differences(refused, JsonNode.Parse(await response.BodyAsync()), KnownDifference.Later).Should().BeEmpty();
    }

    [Fact]
    public void The_guide_lists_every_way_in_which_answers_may_differ()
    {
        var guide = File.ReadAllText(Repository.File("docs", "emulator.md"));
        KnownDifference.All.Should().AllSatisfy(difference => guide.Should().Contain($"| {difference.What} |"));
    }

    private static JsonNode? Read(string file)
    {
        var found = Recordings.Find(file.Split('/'));
        Assert.SkipWhen(found is null, "The recorded answers are not beside this repository.");
        return JsonNode.Parse(File.ReadAllText(found!));
    }

    private static List<string> Differences(JsonNode? expected, JsonNode? actual, params KnownDifference[] allowed) =>
        [.. JsonShape.Of(expected).Differences(JsonShape.Of(actual)).Where(difference => !allowed.Any(known => known.Pattern.IsMatch(difference)))];
}
