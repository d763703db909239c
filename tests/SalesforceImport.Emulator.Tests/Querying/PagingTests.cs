using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class PagingTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_page_holds_two_thousand_records_and_says_where_the_next_is()
    {
        var first = await fixture.Client.QueryAsync("SELECT Id FROM Contact");
        first.Select(pair => pair.Key).Should().Equal("totalSize", "done", "nextRecordsUrl", "records");
        ((long)first["totalSize"]!).Should().Be(3400);
        ((bool)first["done"]!).Should().BeFalse();
        first["records"]!.AsArray().Count.Should().Be(2000);
        first.RequiredString("nextRecordsUrl").Should().MatchRegex("^/services/data/v67.0/query/0r8[0-9A-Za-z]{15}-2000$");

        var second = (await fixture.Client.GetJsonAsync(first.RequiredString("nextRecordsUrl"))).AsObject();
        second.Select(pair => pair.Key).Should().Equal("totalSize", "done", "records");
        ((long)second["totalSize"]!).Should().Be(3400);
        second["records"]!.AsArray().Count.Should().Be(1400);
    }

    [Theory]
    [InlineData("batchSize=500", 500)]
    [InlineData("batchSize=1", 200)]
    [InlineData("batchSize=9999", 2000)]
    [InlineData("nonsense", 2000)]
    public async Task The_batch_size_is_a_hint(string option, int expected)
    {
        using var client = await OrgClient.SignInAsync(fixture.Emulator);
        client.Headers.Add("Sforce-Query-Options", option);
        var page = await client.QueryAsync("SELECT Id FROM Contact");
        page["records"]!.AsArray().Count.Should().Be(expected);
        page.RequiredString("nextRecordsUrl").Should().EndWith($"-{expected}");
    }

    [Theory]
    [InlineData("SELECT Id, Description, Account.Description FROM Contact", 200)]
    [InlineData("SELECT Id, Description FROM Contact", 2000)]
    public async Task Two_long_texts_shrink_the_page(string soql, int expected) =>
        (await fixture.Client.QueryAsync(soql))["records"]!.AsArray().Count.Should().Be(expected);

    [Theory]
    [InlineData("SELECT Id FROM Contact")]
    [InlineData("SELECT Id FROM Contact WHERE Email != null")]
    [InlineData("SELECT Id FROM Contact ORDER BY LastName, Id")]
    [InlineData("SELECT Id FROM Contact ORDER BY Id DESC")]
    [InlineData("SELECT Id FROM Contact ORDER BY SystemModstamp, Id LIMIT 1777 OFFSET 13")]
    [InlineData("SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account)")]
    public async Task Pages_hold_every_record_once(string soql)
    {
        using var client = await OrgClient.SignInAsync(fixture.Emulator);
        var whole = await client.QueryIdsAsync(soql);
        client.Headers.Add("Sforce-Query-Options", "batchSize=217");
        var pieces = await client.QueryIdsAsync(soql);
        whole.Should().OnlyHaveUniqueItems();
        pieces.Should().Equal(whole);
        whole.Count.Should().Be((int)await client.CountAsync(soql));
    }

    [Fact]
    public async Task A_page_can_be_asked_for_again()
    {
        var first = await fixture.Client.QueryAsync("SELECT Id FROM Contact WHERE Email != null");
        var path = first.RequiredString("nextRecordsUrl");
        (await fixture.Client.GetJsonAsync(path)).ToJsonString().Should().Be((await fixture.Client.GetJsonAsync(path)).ToJsonString());
    }

    [Fact]
    public async Task A_locator_outlives_the_session_that_made_it()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var path = (await client.QueryAsync("SELECT Id FROM Contact")).RequiredString("nextRecordsUrl");
        emulator.ExpireSessions();
        (await client.ErrorAsync(path)).Status.Should().Be(401);
        client.UseToken((await client.TokenAsync()).RequiredString("access_token"));
        (await client.GetJsonAsync(path))["records"]!.AsArray().Count.Should().Be(1400);
    }

    [Fact]
    public async Task A_locator_lives_two_days()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = time, SessionTimeout = TimeSpan.FromDays(9) });
        using var client = await OrgClient.SignInAsync(emulator);
        var path = (await client.QueryAsync("SELECT Id FROM Contact")).RequiredString("nextRecordsUrl");
        time.Advance(TimeSpan.FromHours(47));
        await client.GetJsonAsync(path);
        time.Advance(TimeSpan.FromHours(2));
        (await client.ErrorAsync(path)).Should().Be((400, "INVALID_QUERY_LOCATOR", "invalid query locator"));
    }

    [Theory]
    [InlineData("0r8000000000000AAA-2000")]
    [InlineData("nonsense")]
    [InlineData("0r8-")]
    public async Task A_locator_that_never_was_is_invalid(string locator) =>
        (await fixture.Client.ErrorAsync($"{OrgClient.Version}/query/{locator}")).Code.Should().Be("INVALID_QUERY_LOCATOR");

    [Fact]
    public async Task A_query_keeps_its_rows_while_the_org_changes()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var first = await client.QueryAsync("SELECT Id, LastName FROM Contact");
        emulator.Org.Delete(emulator.Org.IdAt("Contact", 2500));
        emulator.Org.Insert("Contact", new Dictionary<string, object?> { ["LastName"] = "New" });
        var second = await client.GetJsonAsync(first.RequiredString("nextRecordsUrl"));
        ((long)second["totalSize"]!).Should().Be(3400);
        second["records"]!.AsArray().Count.Should().Be(1400);
    }

    [Fact]
    public async Task Many_pages_can_be_fetched_at_once()
    {
        using var client = await OrgClient.SignInAsync(fixture.Emulator);
        client.Headers.Add("Sforce-Query-Options", "batchSize=200");
        var path = (await client.QueryAsync("SELECT Id FROM Contact WHERE Email != null ORDER BY Id")).RequiredString("nextRecordsUrl");
        var locator = path[..path.LastIndexOf('-')];
        var pages = await Task.WhenAll(Enumerable.Range(0, 17).Select(page => client.GetJsonAsync($"{locator}-{page * 200}")));
        pages.SelectMany(page => page["records"]!.AsArray().Select(record => record!.RequiredString("Id")))
            .Should().Equal(fixture.Emulator.Org.Rows("Contact").Where(contact => contact["Email"] is not null).Select(contact => contact.Id));
    }
}
