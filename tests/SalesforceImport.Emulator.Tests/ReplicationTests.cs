using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests;

public sealed class ReplicationTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 30, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, SessionTimeout = TimeSpan.FromDays(90) });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Updated_tells_the_ids_of_what_was_made_and_changed()
    {
        var changed = _emulator.Org.IdAt("Account", 3);
        _emulator.Org.Update(changed, new Dictionary<string, object?> { ["Industry"] = "Energy" });
        var made = _emulator.Org.Insert("Account", new Dictionary<string, object?> { ["Name"] = "New" });
        var answer = await _client.GetJsonAsync(Path("Account", "updated", "2026-07-01T11:00:00Z", "2026-07-01T12:05:00Z"));
        answer["ids"]!.AsArray().Select(id => (string)id!).Should().BeEquivalentTo([changed, made]);
        answer.RequiredString("latestDateCovered").Should().Be("2026-07-01T12:00:00.000+0000");
    }

    [Fact]
    public async Task Seconds_do_not_count_and_offsets_do()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 7, 1, 12, 10, 0, TimeSpan.Zero));
        var made = _emulator.Org.Insert("Account", new Dictionary<string, object?> { ["Name"] = "New" });
        _time.SetUtcNow(new DateTimeOffset(2026, 7, 1, 13, 0, 0, TimeSpan.Zero));
        var inside = await _client.GetJsonAsync(Path("Account", "updated", "2026-07-01T14:10:59+02:00", "2026-07-01T14:11:00+02:00"));
        inside["ids"]!.AsArray().Select(id => (string)id!).Should().Equal(made);
        inside.RequiredString("latestDateCovered").Should().Be("2026-07-01T12:11:00.000+0000");
        (await _client.GetJsonAsync(Path("Account", "updated", "2026-07-01T12:00:00Z", "2026-07-01T12:10:59Z")))["ids"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Deleted_tells_even_what_left_no_trace()
    {
        var account = _emulator.Org.IdAt("Account", 5);
        var role = _emulator.Org.IdAt("OpportunityContactRole", 0);
        _emulator.Org.Delete(account);
        _emulator.Org.Delete(role);
        var accounts = await _client.GetJsonAsync(Path("Account", "deleted", "2026-07-01T11:00:00Z", "2026-07-01T12:05:00Z"));
        accounts["deletedRecords"]!.ToJsonString().Should().Be($$"""[{"id":"{{account}}","deletedDate":"2026-07-01T12:00:30.000\u002B0000"}]""");
        accounts.RequiredString("earliestDateAvailable").Should().Be("2026-06-16T12:00:00.000+0000");
        var roles = await _client.GetJsonAsync(Path("OpportunityContactRole", "deleted", "2026-07-01T11:00:00Z", "2026-07-01T12:05:00Z"));
        roles["deletedRecords"]!.AsArray().Select(record => record!.RequiredString("id")).Should().Contain(role);
        (await _client.QueryIdsAsync($"SELECT Id FROM OpportunityContactRole WHERE Id = '{role}'", all: true)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_happened_too_lately_is_left_for_the_next_time()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, ReplicationLag = TimeSpan.FromMinutes(5) });
        using var client = await OrgClient.SignInAsync(emulator);
        var made = emulator.Org.Insert("Account", new Dictionary<string, object?> { ["Name"] = "New" });
        var early = await client.GetJsonAsync(Path("Account", "updated", "2026-07-01T11:00:00Z", "2026-07-01T12:05:00Z"));
        early["ids"]!.AsArray().Should().BeEmpty();
        early.RequiredString("latestDateCovered").Should().Be("2026-07-01T11:55:00.000+0000");
        _time.Advance(TimeSpan.FromMinutes(6));
        var later = await client.GetJsonAsync(Path("Account", "updated", "2026-07-01T11:55:00Z", "2026-07-01T12:10:00Z"));
        later["ids"]!.AsArray().Select(id => (string)id!).Should().Equal(made);
    }

    [Theory]
    [InlineData("updated", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z", "INVALID_REPLICATION_DATE")]
    [InlineData("updated", "2026-07-01T12:00:00Z", "2026-07-01T11:00:00Z", "INVALID_REPLICATION_DATE")]
    [InlineData("updated", "2026-05-31T12:00:00Z", "2026-07-01T11:00:00Z", "INVALID_REPLICATION_DATE")]
    [InlineData("deleted", "2026-06-15T12:00:00Z", "2026-07-01T11:00:00Z", "INVALID_REPLICATION_DATE")]
    [InlineData("deleted", "yesterday", "2026-07-01T11:00:00Z", "INVALID_REPLICATION_DATE")]
    [InlineData("updated", "", "2026-07-01T11:00:00Z", "INVALID_REPLICATION_DATE")]
    public async Task A_time_that_makes_no_sense_is_refused(string what, string start, string end, string code)
    {
        var error = await _client.ErrorAsync(Path("Account", what, start, end));
        (error.Status, error.Code).Should().Be((400, code));
    }

    [Fact]
    public async Task An_object_that_is_not_followed_is_refused()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, SharedActivities = true });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.ErrorAsync(Path("TaskWhoRelation", "updated", "2026-07-01T11:00:00Z", "2026-07-01T12:05:00Z"))).Code.Should().Be("INVALID_TYPE_FOR_OPERATION");
    }

    private static string Path(string name, string what, string start, string end) =>
        $"{OrgClient.Version}/sobjects/{name}/{what}/?start={Uri.EscapeDataString(start)}&end={Uri.EscapeDataString(end)}";
}
