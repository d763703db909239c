using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class LateTransactionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_row_turns_up_that_is_older_than_those_seen_before_it()
    {
        var late = Org.BeginLate();
        var id = late.Insert("Lead", ("LastName", "Late"), ("Company", "x"));
        _time.Advance(TimeSpan.FromMinutes(3));
        var prompt = Org.Insert("Lead", new Dictionary<string, object?> { ["LastName"] = "Prompt", ["Company"] = "x" });
        (await _client.QueryIdsAsync("SELECT Id FROM Lead WHERE SystemModstamp >= 2026-07-01T12:00:00Z", all: true)).Should().Equal(prompt);
        (await _client.ErrorAsync($"{OrgClient.Version}/sobjects/Lead/{id}")).Code.Should().Be("NOT_FOUND");
        Org.Count("Lead").Should().Be(1201);

        late.Commit();
        var rows = await _client.QueryRecordsAsync("SELECT Id, CreatedDate, SystemModstamp FROM Lead WHERE SystemModstamp >= 2026-07-01T12:00:00Z ORDER BY SystemModstamp");
        rows.Select(row => row.RequiredString("Id")).Should().Equal(id, prompt);
        rows[0].RequiredString("SystemModstamp").Should().Be("2026-07-01T12:00:00.000+0000");
        string.CompareOrdinal(id, prompt).Should().BeNegative();
    }

    [Fact]
    public async Task Changes_and_deletions_show_late_too_with_the_time_they_were_made()
    {
        var (changed, deleted) = (Org.IdAt("Lead", 0), Org.IdAt("Lead", 1));
        var late = Org.BeginLate();
        late.Update(changed, ("Title", "Late"));
        late.Delete(deleted);
        _time.Advance(TimeSpan.FromMinutes(3));
        Org.Find(changed)!["Title"].Should().NotBe("Late");
        late.Commit();
        Org.Find(changed)!["SystemModstamp"].Should().Be(_time.GetUtcNow().AddMinutes(-3));
        (await _client.QueryIdsAsync("SELECT Id FROM Lead WHERE IsDeleted = true AND SystemModstamp = 2026-07-01T12:00:00Z", all: true)).Should().Equal(deleted);
        Org.Snapshot.State(Org.Snapshot.Schema.Get("Lead")).Deletions.Single().When.Should().Be(_time.GetUtcNow().AddMinutes(-3));
    }

    [Fact]
    public void A_commit_that_fails_shows_nothing()
    {
        var late = Org.BeginLate();
        var id = late.Insert("Lead", new Dictionary<string, object?> { ["LastName"] = "Late", ["Company"] = "x" });
        late.Update(Org.IdAt("Lead", 0), new Dictionary<string, object?> { ["Nope"] = "Late" });
        FluentActions.Invoking(late.Commit).Should().Throw<ArgumentException>();
        Org.Find(id).Should().BeNull();
    }
}
