namespace SalesforceImport.Emulator.Tests.Data;

public sealed class LargeOrgTests
{
    [Fact]
    public async Task Five_million_contacts_are_counted_and_reached_without_being_made()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 5_000_000, Accounts = 1_000_000, Tasks = 4_000_000 });
        using var client = await OrgClient.SignInAsync(emulator);
        (await client.QueryAsync("SELECT COUNT(Id) total, COUNT(Email) withEmail FROM Contact"))["records"]![0]!["withEmail"]!.GetValue<int>().Should().Be(4_875_000);

        var last = emulator.Org.IdAt("Contact", 4_999_999);
        (await client.QueryIdsAsync("SELECT Id FROM Contact ORDER BY Id DESC LIMIT 1")).Should().Equal(last);
        (await client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id > '{emulator.Org.IdAt("Contact", 4_999_997)}' ORDER BY Id"))
            .Should().Equal(emulator.Org.IdAt("Contact", 4_999_998), last);

        var account = (string)emulator.Org.Rows("Contact").First()["AccountId"]!;
        (await client.QueryIdsAsync($"SELECT Id FROM Contact WHERE AccountId = '{account}'")).Should().Contain(emulator.Org.IdAt("Contact", 0));
        (await client.QueryIdsAsync($"SELECT Id FROM Task WHERE WhoId = '{last}'")).Count.Should().BeLessThan(100);
    }
}
