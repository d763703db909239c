using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesforceImport.Emulator.Tests.Data;

/// <summary>The same seed and sizes are the same org for ever: saved checkpoints and other programs' tests stand on it.</summary>
public sealed class StabilityTests
{
    [Fact]
    public async Task Two_emulators_of_one_seed_hold_the_same_org_and_another_seed_holds_another()
    {
        await using var one = await Orgs.StartAsync(new EmulatorOptions { Seed = 5 });
        await using var same = await Orgs.StartAsync(new EmulatorOptions { Seed = 5 });
        await using var other = await Orgs.StartAsync(new EmulatorOptions { Seed = 6 });
        Print(same.Org).Should().Be(Print(one.Org));
        Print(other.Org).Should().NotBe(Print(one.Org));
        (same.ClientId, same.ClientSecret, same.Org.Id, same.Username).Should().Be((one.ClientId, one.ClientSecret, one.Org.Id, one.Username));
        (other.ClientId, other.ClientSecret).Should().NotBe((one.ClientId, one.ClientSecret));
        other.Org.IdAt("Contact", 0).Should().NotBe(one.Org.IdAt("Contact", 0));
    }

    [Fact]
    public async Task The_default_org_is_what_it_always_was()
    {
        await using var emulator = await Orgs.StartAsync();
        Print(emulator.Org).Should().Be("9046F6B86855A3DD");
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(5, 0, 0, 3, 7, 1)]
    [InlineData(0, 5, 0, 3, 7, 2)]
    [InlineData(5, 5, 1, 1, 1, 1)]
    [InlineData(1, 1, 3, 0, 20, 0)]
    [InlineData(0, 0, 4, 9, 20, 3)]
    public async Task Any_sizes_make_an_org_that_can_be_read_whole(long leads, long contacts, long accounts, long opportunities, long tasks, int campaigns)
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions
        {
            Leads = leads,
            Contacts = contacts,
            Accounts = accounts,
            Opportunities = opportunities,
            Tasks = tasks,
            Campaigns = campaigns,
        });
        using var client = await OrgClient.SignInAsync(emulator);
        foreach (var name in new[] { "Lead", "Contact", "Account", "Opportunity", "OpportunityContactRole", "Task", "Campaign", "CampaignMember" })
        {
            var rows = emulator.Org.Rows(name).ToList();
            rows.Should().NotContain(row => row.Fields.Count < 5);
            (await client.QueryIdsAsync($"SELECT Id FROM {name} ORDER BY SystemModstamp, Id")).Should().Equal(rows.Select(row => row.Id));
        }
    }

    private static string Print(EmulatedOrg org)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in new[] { "Lead", "Contact", "Account", "Opportunity", "OpportunityContactRole", "Task", "Campaign", "CampaignMember", "User", "Organization" })
        {
            foreach (var row in org.Rows(name, includeHidden: true))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new SortedDictionary<string, object?>(row.Fields.ToDictionary(), StringComparer.Ordinal))));
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
