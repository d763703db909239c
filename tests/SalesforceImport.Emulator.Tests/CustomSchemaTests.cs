using SalesforceImport.Emulator.Tests.Writing;

namespace SalesforceImport.Emulator.Tests;

public sealed class CustomSchemaTests : IAsyncLifetime
{
    private static readonly EmulatedField Number = new("Customer_Number__c", EmulatedFieldType.Text) { Length = 20, ExternalId = true, Unique = true };

    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync();
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_field_that_is_added_shows_in_describe_and_makes_it_newer()
    {
        using var before = await _client.GetAsync(OrgClient.Version + "/sobjects/Contact/describe");
        _client.Headers.IfModifiedSince = before.Content.Headers.LastModified;
        Org.AddField("contact", Number);
        var describe = await _client.GetJsonAsync(OrgClient.Version + "/sobjects/Contact/describe");
        var field = describe["fields"]!.AsArray().Single(f => f!.RequiredString("name") == "Customer_Number__c")!;
        new[] { "custom", "externalId", "unique", "idLookup", "createable", "updateable", "nillable", "filterable" }.Should().AllSatisfy(trait => ((bool)field[trait]!).Should().BeTrue(trait));
        (field.RequiredString("type"), field.RequiredString("label"), (int)field["length"]!).Should().Be(("string", "Customer Number", 20));
        field.AsObject().Select(pair => pair.Key).Should().Equal(describe["fields"]![0]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task Its_values_are_written_queried_and_kept_unique()
    {
        Org.AddField("Contact", Number);
        var (first, second) = (Org.IdAt("Contact", 3), Org.IdAt("Contact", 4));
        Org.Update(first, new Dictionary<string, object?> { ["Customer_Number__c"] = "K-1" });
        (await _client.QueryIdsAsync("SELECT Id FROM Contact WHERE Customer_Number__c = 'k-1'")).Should().Equal(first);
        (await _client.CountAsync("SELECT COUNT() FROM Contact WHERE Customer_Number__c = null")).Should().Be(3399);
        (await _client.QueryRecordsAsync("SELECT FIELDS(CUSTOM) FROM Contact ORDER BY Customer_Number__c DESC NULLS LAST LIMIT 1")).Single().RequiredString("Customer_Number__c").Should().Be("K-1");
        (await _client.QueryRecordsAsync("SELECT FIELDS(STANDARD) FROM Contact LIMIT 1")).Single().ContainsKey("Customer_Number__c").Should().BeFalse();

        var twice = (await _client.PatchAsync($"sobjects/Contact/{second}", """{"Customer_Number__c": "k-1"}""")).Error;
        twice.Should().Be((400, "DUPLICATE_VALUE", $"duplicate value found: Customer_Number__c duplicates value on record with id: {first[..15]}", ""));
        (await _client.PatchAsync($"sobjects/Contact/{first}", """{"Customer_Number__c": "K-1", "LastName": "Same"}""")).Status.Should().Be(204);
        Org.Delete(first);
        (await _client.PatchAsync($"sobjects/Contact/{second}", """{"Customer_Number__c": "k-1"}""")).Status.Should().Be(204);
    }

    [Fact]
    public async Task Records_are_upserted_and_referred_to_by_an_external_id()
    {
        Org.AddField("Account", new EmulatedField("Ext__c", EmulatedFieldType.Number) { Scale = 0, ExternalId = true });
        var made = await _client.PatchAsync("sobjects/Account/Ext__c/7", """{"Name": "Seven"}""");
        made.Status.Should().Be(201);
        (await _client.PatchAsync("sobjects/Account/Ext__c/7", """{"Name": "Sieben"}""")).Status.Should().Be(200);
        var id = made.Body!.RequiredString("id");
        (Org.Find(id)!["Name"], Org.Find(id)!["Ext__c"]).Should().Be(("Sieben", 7m));
        var contact = await _client.CreateAsync("Contact", """{"LastName": "x", "Account": {"Ext__c": 7}}""");
        Org.Find(contact)!["AccountId"].Should().Be(id);
    }

    [Fact]
    public async Task An_object_that_is_added_behaves_as_the_others_do()
    {
        Org.AddObject(new EmulatedObject(
            "Invoice__c",
            new EmulatedField("Account__c", EmulatedFieldType.MasterDetail) { ReferenceTo = "Account", ChildRelationshipName = "Invoices" },
            new EmulatedField("Amount__c", EmulatedFieldType.Currency) { Required = true },
            new EmulatedField("State__c", EmulatedFieldType.Picklist) { Values = ["Open", "Paid"], Restricted = true, DefaultValue = "Open" }));
        var summary = (await _client.GetJsonAsync(OrgClient.Version + "/sobjects"))["sobjects"]!.AsArray().Single(o => o!.RequiredString("name") == "Invoice__c")!;
        (summary.RequiredString("keyPrefix"), summary.RequiredString("labelPlural"), (bool)summary["custom"]!).Should().Be(("a00", "Invoices", true));

        var account = Org.IdAt("Account", 0);
        (await _client.PostAsync("sobjects/Invoice__c", """{"Name": "x"}""")).Error.Message.Should().Be("Required fields are missing: [Account__c, Amount__c]");
        var first = await _client.CreateAsync("Invoice__c", $$"""{"Account__c": "{{account}}", "Amount__c": 12.5}""");
        var second = Org.Insert("Invoice__c", new Dictionary<string, object?> { ["Account__c"] = account, ["Amount__c"] = 3, ["State__c"] = "Paid", ["Name"] = "R-2" });
        first.Should().StartWith("a00");
        Org.Find(first)!["Name"].Should().Be(first);
        var rows = await _client.QueryRecordsAsync("SELECT Name, Account__r.Name, Owner.Name FROM Invoice__c WHERE Amount__c < 10 AND State__c = 'Paid'");
        rows.Single()["Account__r"]!.RequiredString("Name").Should().Be((string)Org.Find(account)!["Name"]!);
        var parent = (await _client.QueryRecordsAsync($"SELECT Id, (SELECT Id FROM Invoices__r) FROM Account WHERE Id = '{account}'")).Single();
        parent["Invoices__r"]!["records"]!.AsArray().Select(row => row!.RequiredString("Id")).Should().Equal(first, second);
        (await _client.QueryAsync("SELECT SUM(Amount__c) total FROM Invoice__c GROUP BY Account__c"))["records"]![0]!["total"]!.GetValue<decimal>().Should().Be(15.5m);
        (await _client.GetJsonAsync(OrgClient.Version + "/sobjects/Account/describe"))["childRelationships"]!.AsArray()
            .Should().Contain(child => (string?)child!["relationshipName"] == "Invoices__r" && (bool)child["cascadeDelete"]!);

        Org.Delete(account);
        Org.Count("Invoice__c").Should().Be(0);
        Org.Undelete(account);
        Org.Count("Invoice__c").Should().Be(2);
    }

    [Fact]
    public async Task A_hidden_object_is_none()
    {
        Org.HideObject("Task");
        (await _client.QueryErrorAsync("SELECT Id FROM Task")).Code.Should().Be("INVALID_TYPE");
        (await _client.QueryErrorAsync("SELECT Id, (SELECT Id FROM Tasks) FROM Contact")).Code.Should().Be("INVALID_TYPE");
        (await _client.ErrorAsync(OrgClient.Version + "/sobjects/Task/describe")).Code.Should().Be("NOT_FOUND");
        (await _client.PostAsync("sobjects/Task", "{}")).Error.Code.Should().Be("NOT_FOUND");
        (await _client.DeleteAsync($"composite/sobjects?ids={Org.IdAt("Task", 0)}")).Outcomes.Should().Equal("MALFORMED_ID");
        (await _client.GetJsonAsync(OrgClient.Version + "/sobjects"))["sobjects"]!.AsArray().Should().NotContain(o => o!.RequiredString("name") == "Task");
        Org.Count("Task").Should().BePositive("the data are still there");
    }

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        Org.AddField("Lead", new EmulatedField("A__c", EmulatedFieldType.Text));
        new[]
        {
            new EmulatedField("A__c", EmulatedFieldType.Text),
            new EmulatedField("A", EmulatedFieldType.Text),
            new EmulatedField("1A__c", EmulatedFieldType.Text),
            new EmulatedField("B__c", EmulatedFieldType.Lookup),
            new EmulatedField("B__c", EmulatedFieldType.Text) { ReferenceTo = "Lead" },
            new EmulatedField("B__c", EmulatedFieldType.Lookup) { ReferenceTo = "Nope" },
            new EmulatedField("B__c", EmulatedFieldType.Text) { Length = 0 },
            new EmulatedField("B__c", EmulatedFieldType.Number) { Precision = 2, Scale = 3 },
            new EmulatedField("B__c", EmulatedFieldType.Picklist) { Values = ["x"], Restricted = true, DefaultValue = "y" },
        }.Should().AllSatisfy(field => FluentActions.Invoking(() => Org.AddField("Lead", field)).Should().Throw<ArgumentException>());
        FluentActions.Invoking(() => Org.AddField("Nope", new EmulatedField("B__c", EmulatedFieldType.Text))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Org.AddObject(new EmulatedObject("Invoice"))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task A_query_that_has_begun_keeps_the_schema_that_it_began_with()
    {
        _client.Headers.Add("Sforce-Query-Options", "batchSize=200");
        var page = await _client.QueryAsync("SELECT Id, Email FROM Contact");
        Org.AddField("Contact", Number);
        Org.HideField("Contact", "Email");
        var next = await _client.GetJsonAsync((string)page["nextRecordsUrl"]!);
        next["records"]!.AsArray().Should().HaveCount(200).And.OnlyContain(row => row!.AsObject().ContainsKey("Email"));
    }
}
