namespace SalesforceImport.Emulator.Tests;

public sealed class EmulatorTests
{
    [Fact]
    public async Task Many_emulators_run_side_by_side_each_with_its_own_org()
    {
        var emulators = await Task.WhenAll(Enumerable.Range(1, 12).Select(seed => Orgs.StartAsync(new EmulatorOptions { Seed = seed, Leads = seed })));
        try
        {
            emulators.Select(emulator => emulator.Url.Port).Should().OnlyHaveUniqueItems();
            await Task.WhenAll(emulators.Select(async (emulator, i) =>
            {
                using var client = await OrgClient.SignInAsync(emulator);
                (await client.CountAsync("SELECT COUNT() FROM Lead")).Should().Be(i + 1);
                emulator.Calls.Counted.Should().Be(1);
            }));
        }
        finally
        {
            await Task.WhenAll(emulators.Select(emulator => emulator.DisposeAsync().AsTask()));
        }
    }

    [Fact]
    public async Task A_token_of_one_org_opens_no_other()
    {
        await using var one = await Orgs.StartAsync();
        await using var other = await Orgs.StartAsync();
        using var first = new OrgClient(one);
        using var second = new OrgClient(other);
        second.UseToken((await first.TokenAsync()).RequiredString("access_token"));
        (await second.ErrorAsync(OrgClient.Version + "/limits")).Status.Should().Be(401);
    }

    [Fact]
    public async Task The_call_log_is_served_but_not_part_of_itself()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        await client.QueryAsync("SELECT Id FROM Lead LIMIT 1");
        await client.ErrorAsync(OrgClient.Version + "/nowhere");
        await client.GetJsonAsync("/_emulator/calls");
        var log = await client.GetJsonAsync("/_emulator/calls");
        ((int)log["counted"]!).Should().Be(2);
        var calls = log["calls"]!.AsArray();
        calls.Select(call => call!.RequiredString("path")).Should().Equal("/services/oauth2/token", "/services/data/v67.0/query", "/services/data/v67.0/nowhere");
        calls[1]!.AsObject().Select(pair => pair.Key).Should().Equal("sequence", "time", "method", "path", "query", "status", "counted", "cost");
        calls.Select(call => (int)call!["sequence"]!).Should().Equal(1, 2, 3);
        calls.Select(call => (int)call!["status"]!).Should().Equal(200, 200, 404);
        calls.Select(call => (bool)call!["counted"]!).Should().Equal(false, true, true);
        emulator.Calls.ToList()[1].Query.Should().Contain("SELECT%20Id");
        emulator.Calls.Count.Should().Be(3);
    }

    [Fact]
    public async Task A_taken_port_is_an_io_error()
    {
        await using var first = await Orgs.StartAsync();
        await FluentActions.Awaiting(() => Orgs.StartAsync(new EmulatorOptions { Port = first.Url.Port })).Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task A_stopped_emulator_frees_its_port_and_can_be_stopped_again()
    {
        var first = await Orgs.StartAsync();
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = await Orgs.StartAsync(new EmulatorOptions { Port = first.Url.Port });
        second.Url.Should().Be(first.Url);
    }

    [Fact]
    public async Task Options_out_of_range_are_named()
    {
        (await FluentActions.Awaiting(() => Orgs.StartAsync(new EmulatorOptions { Leads = -1 })).Should().ThrowAsync<ArgumentOutOfRangeException>()).WithParameterName("Leads");
        (await FluentActions.Awaiting(() => Orgs.StartAsync(new EmulatorOptions { PageSize = 100 })).Should().ThrowAsync<ArgumentOutOfRangeException>()).WithParameterName("PageSize");
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_all_answered_and_all_counted()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.QueryAsync("SELECT Id, Name, Account.Name FROM Contact WHERE Email != null LIMIT 300")));
        answers.Select(answer => answer.ToJsonString().Replace("\"", "'", StringComparison.Ordinal)).Distinct().Should().ContainSingle();
        emulator.Calls.Counted.Should().Be(40);
        emulator.Calls.ToList().Select(call => call.Sequence).Should().Equal(Enumerable.Range(1, 41).Select(i => (long)i));
    }
}
