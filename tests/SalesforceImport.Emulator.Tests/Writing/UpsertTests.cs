namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class UpsertTests : IAsyncLifetime
{
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
    public async Task A_record_that_is_not_there_is_made_and_one_that_is_changed()
    {
        var made = await _client.PatchAsync("sobjects/Contact/Email/new%40a.example", """{"LastName": "New"}""");
        var id = made.Body!.RequiredString("id");
        made.Status.Should().Be(201);
        made.Json.Should().Be($$"""{"id":"{{id}}","success":true,"errors":[],"created":true}""");
        Org.Find(id)!["Email"].Should().Be("new@a.example");

        var changed = await _client.PatchAsync("sobjects/Contact/Email/NEW%40a.example", """{"LastName": "Old"}""");
        (changed.Status, changed.Json).Should().Be((200, $$"""{"id":"{{id}}","success":true,"errors":[],"created":false}"""));
        Org.Find(id)!["LastName"].Should().Be("Old");
        (await _client.WriteAsync(HttpMethod.Patch, "sobjects/Contact/Email/new%40a.example", """{"LastName": "Older"}""", version: "v45.0")).Status.Should().Be(204);

        (await _client.DeleteAsync("sobjects/Contact/Email/new%40a.example")).Status.Should().Be(204);
        (await _client.DeleteAsync("sobjects/Contact/Email/new%40a.example")).Error.Code.Should().Be("NOT_FOUND");
    }

    [Fact]
    public async Task A_key_of_several_records_is_answered_with_their_addresses()
    {
        var first = await _client.CreateAsync("Lead", """{"LastName": "A", "Company": "x", "Email": "same@a.example"}""");
        var second = await _client.CreateAsync("Lead", """{"LastName": "B", "Company": "x", "Email": "same@a.example"}""");
        var answer = await _client.PatchAsync("sobjects/Lead/Email/same@a.example", """{"Company": "y"}""");
        (answer.Status, answer.Json).Should().Be((300, $"""["/services/data/v67.0/sobjects/Lead/{first}","/services/data/v67.0/sobjects/Lead/{second}"]"""));
        Org.Find(first)!["Company"].Should().Be("x");
    }

    [Fact]
    public async Task Only_keys_identify_records_and_they_stand_in_the_path()
    {
        (await _client.PatchAsync("sobjects/Contact/LastName/x", "{}")).Error.Should().Be((404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: LastName", ""));
        (await _client.PatchAsync("sobjects/Contact/Email/new@a.example", """{"LastName": "x", "Email": "new@a.example"}""")).Error.Should()
            .Be((400, "INVALID_FIELD", "The Email field should not be specified in the sobject data.", ""));
    }

    [Fact]
    public async Task A_collection_is_upserted_by_id_or_by_a_key()
    {
        var id = Org.IdAt("Account", 0);
        var answer = await _client.PatchAsync("composite/sobjects/Account/Id", $$$"""
            {"allOrNone": false, "records": [
              {"Name": "Sitwell-Bluth", "Id": null, "attributes": {"type": "Account"}},
              {"Name": "Other", "Id": "{{{id}}}", "attributes": {"type": "Account"}},
              {"Name": "Gone", "Id": "001000000000000AAA", "attributes": {"type": "Account"}}]}
            """);
        answer.Body!.AsArray().Select(result => (bool?)result!["created"]).Should().Equal(true, false, null);
        answer.Outcomes.Skip(1).Should().Equal(id, "NOT_FOUND");
        Org.Find(id)!["Name"].Should().Be("Other");

        var twice = await _client.PatchAsync("composite/sobjects/Contact/Email", """
            {"records": [{"LastName": "A", "Email": "k@a.example"}, {"LastName": "B", "Email": "k@a.example"}, {"LastName": "C"}]}
            """);
        twice.Outcomes.Distinct().Should().HaveCount(2).And.Contain("MISSING_ARGUMENT");
        Org.Find(twice.Outcomes.First())!["LastName"].Should().Be("B");
    }

    [Fact]
    public async Task A_reference_can_name_a_key_of_the_other_record()
    {
        var boss = await _client.CreateAsync("Contact", """{"LastName": "Boss", "Email": "boss@a.example"}""");
        var id = await _client.CreateAsync("Contact", """{"LastName": "x", "ReportsTo": {"Email": "boss@a.example"}}""");
        Org.Find(id)!["ReportsToId"].Should().Be(boss);
        (await _client.PostAsync("sobjects/Contact", """{"LastName": "x", "ReportsTo": {"Email": "none@a.example"}}""")).Error.Should()
            .Be((400, "INVALID_FIELD", "Foreign key external ID: none@a.example not found for field Email in entity Contact", ""));
        (await _client.PostAsync("sobjects/Contact", """{"LastName": "x", "ReportsTo": {"LastName": "Boss"}}""")).Error.Code.Should().Be("INVALID_FIELD");
        (await _client.PostAsync("sobjects/Contact", """{"LastName": "x", "ReportsTo": {}}""")).Error.Code.Should().Be("INVALID_FIELD");
    }
}
