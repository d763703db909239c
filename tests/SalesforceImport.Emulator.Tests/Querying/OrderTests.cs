namespace SalesforceImport.Emulator.Tests.Querying;

public sealed class OrderTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private IEnumerable<EmulatedRecord> Contacts => fixture.Emulator.Org.Rows("Contact");

    [Theory]
    [InlineData("CreatedDate")]
    [InlineData("SystemModstamp")]
    [InlineData("LastModifiedDate")]
    public async Task Times_order_with_the_id_as_tie_breaker(string field)
    {
        var expected = Contacts.OrderBy(c => (DateTimeOffset)c[field]!).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id).ToList();
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM Contact ORDER BY {field}, Id")).Should().Equal(expected);
        expected.Reverse();
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM Contact ORDER BY {field} DESC, Id DESC")).Should().Equal(expected);
    }

    [Fact]
    public async Task Opposite_directions_order_too()
    {
        var expected = Contacts.OrderByDescending(c => (DateTimeOffset)c["CreatedDate"]!).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id);
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Contact ORDER BY CreatedDate DESC, Id ASC")).Should().Equal(expected);
    }

    [Fact]
    public async Task Nulls_come_first_unless_told_otherwise()
    {
        var first = await fixture.Client.QueryRecordsAsync("SELECT Department FROM Contact ORDER BY Department DESC LIMIT 5");
        var last = await fixture.Client.QueryRecordsAsync("SELECT Department FROM Contact ORDER BY Department NULLS LAST LIMIT 5");
        first.Should().OnlyContain(record => record["Department"] == null);
        last.Should().OnlyContain(record => record["Department"]!.ToString() == "Engineering");
    }

    [Fact]
    public async Task Text_orders_without_regard_to_case_and_by_parents()
    {
        var accounts = fixture.Emulator.Org.Rows("Account").ToDictionary(account => account.Id, account => (string)account["Name"]!);
        var expected = Contacts.Where(c => c["AccountId"] is not null)
            .OrderBy(c => accounts[(string)c["AccountId"]!], StringComparer.OrdinalIgnoreCase).ThenByDescending(c => c.Id, StringComparer.Ordinal).Select(c => c.Id);
        (await fixture.Client.QueryIdsAsync("SELECT Id FROM Contact WHERE AccountId != null ORDER BY Account.Name, Id DESC")).Should().Equal(expected);
    }

    [Fact]
    public async Task Limit_and_offset_cut_a_piece_out_and_the_total_is_what_is_left()
    {
        var page = await fixture.Client.QueryAsync("SELECT Id FROM Contact WHERE Email != null ORDER BY Id DESC LIMIT 30 OFFSET 1990");
        ((int)page["totalSize"]!).Should().Be(30);
        page["records"]!.AsArray().Select(r => r!.RequiredString("Id"))
            .Should().Equal(Contacts.Where(c => c["Email"] is not null).Select(c => c.Id).Reverse().Skip(1990).Take(30));
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact LIMIT 25")).Should().Be(25);
        (await fixture.Client.CountAsync("SELECT Id FROM Campaign OFFSET 4")).Should().Be(2);
        (await fixture.Client.CountAsync("SELECT Id FROM Campaign OFFSET 40")).Should().Be(0);
    }
}
