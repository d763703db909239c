namespace SalesforceImport.Emulator.Tests.Querying;

/// <summary>Edited rows are found by what they refer to, through an index that must agree with looking at every row.</summary>
public sealed class EditedReferenceTests : IAsyncLifetime
{
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 200, Accounts = 12, PersonAccounts = 3, DailyApiRequestLimit = 100_000 });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_edits_leave_every_record_under_the_parent_that_it_names(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            EditOne(random);
        }

        await CompareAsync("Contact", "AccountId", "Account");
        await CompareAsync("Contact", "ReportsToId", "Contact");
        await CompareAsync("Task", "WhoId", "Contact");
        await CompareAsync("CampaignMember", "ContactId", "Contact");
    }

    [Fact]
    public async Task A_record_that_is_inserted_edited_or_deleted_is_found_by_its_own_id()
    {
        var made = Org.Insert("Contact", new Dictionary<string, object?> { ["LastName"] = "New" });
        var (edited, deleted, plain) = (Org.IdAt("Contact", 4), Org.IdAt("Contact", 5), Org.IdAt("Contact", 6));
        Org.Update(edited, new Dictionary<string, object?> { ["LastName"] = "Edited" });
        Org.Delete(deleted);
        var list = string.Join("','", made, edited, deleted, plain);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id IN ('{list}')")).Should().Equal(edited, plain, made);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id IN ('{list}')", all: true)).Should().Equal(edited, deleted, plain, made);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id = '{made}' AND LastName = 'New'")).Should().Equal(made);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id = '{made}' AND LastName = 'Old'")).Should().BeEmpty();
        Org.HardDelete(made);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id = '{made}'", all: true)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_custom_reference_finds_its_records()
    {
        Org.AddField("Contact", new EmulatedField("Partner__c", EmulatedFieldType.Lookup) { ReferenceTo = "Account" });
        var (account, contact) = (Org.IdAt("Account", 0), Org.IdAt("Contact", 0));
        Org.Update(contact, new Dictionary<string, object?> { ["Partner__c"] = account });
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Partner__c = '{account}'")).Should().Equal(contact);
        Org.Update(contact, new Dictionary<string, object?> { ["Partner__c"] = null });
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Partner__c = '{account}'")).Should().BeEmpty();
    }

    private void EditOne(Random random)
    {
        var contacts = Org.Rows("Contact").Where(contact => contact["IsPersonAccount"] is false).Select(contact => contact.Id).ToList();
        string Any(string name) => Org.Rows(name).ElementAt(random.Next((int)Org.Count(name))).Id;
        var contact = contacts[random.Next(contacts.Count)];
        switch (random.Next(6))
        {
            case 0:
                Org.Insert("Contact", new Dictionary<string, object?> { ["LastName"] = "x", ["AccountId"] = Any("Account") });
                break;
            case 1:
                Org.Update(contact, new Dictionary<string, object?> { ["AccountId"] = random.Next(3) == 0 ? null : Any("Account"), ["ReportsToId"] = contacts[0] });
                break;
            case 2:
                Org.Update(contact, new Dictionary<string, object?> { ["LastName"] = "y" });
                break;
            case 3:
                Org.Delete(contact);
                break;
            case 4:
                Org.Insert("Task", new Dictionary<string, object?> { ["Subject"] = "x", ["WhoId"] = contact });
                break;
            default:
                var other = contacts[random.Next(contacts.Count)];
                if (other != contact)
                {
                    Org.Merge(contact, other);
                }

                break;
        }
    }

    private async Task CompareAsync(string name, string field, string parent)
    {
        var rows = Org.Rows(name).ToLookup(row => (string?)row[field], row => row.Id);
        foreach (var id in Org.Rows(parent).Select(row => row.Id))
        {
            (await _client.QueryIdsAsync($"SELECT Id FROM {name} WHERE {field} = '{id}'")).Should().Equal(rows[id]);
        }
    }
}
