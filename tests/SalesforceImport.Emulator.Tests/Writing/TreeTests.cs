using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class TreeTests : IAsyncLifetime
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
    public async Task Accounts_come_with_their_contacts_and_these_with_their_tasks()
    {
        var answer = await _client.PostAsync("composite/tree/Account/", """
            {"records": [
              {"attributes": {"type": "Account", "referenceId": "a1"}, "Name": "A", "Contacts": {"records": [
                {"attributes": {"type": "Contact", "referenceId": "c1"}, "LastName": "C", "Tasks": {"records": [
                  {"attributes": {"type": "Task", "referenceId": "t1"}, "Subject": "Call"}]}},
                {"attributes": {"type": "Contact", "referenceId": "c2"}, "LastName": "D"}]}},
              {"attributes": {"type": "Account", "referenceId": "a2"}, "Name": "B"}]}
            """);
        answer.Status.Should().Be(201);
        ((bool)answer.Body!["hasErrors"]!).Should().BeFalse();
        var ids = answer.Body["results"]!.AsArray().ToDictionary(result => result!.RequiredString("referenceId"), result => result!.RequiredString("id"));
        ids.Keys.Should().Equal("a1", "c1", "t1", "c2", "a2");
        Org.Find(ids["c2"])!["AccountId"].Should().Be(ids["a1"]);
        Org.Find(ids["t1"])!["WhoId"].Should().Be(ids["c1"]);
        Org.Find(ids["t1"])!["AccountId"].Should().Be(ids["a1"]);
        (await _client.QueryIdsAsync($"SELECT Id FROM Contact WHERE AccountId = '{ids["a1"]}'")).Should().Equal(ids["c1"], ids["c2"]);
    }

    [Fact]
    public async Task One_error_leaves_nothing_of_the_tree()
    {
        var answer = await _client.PostAsync("composite/tree/Account", """
            {"records": [
              {"attributes": {"type": "Account", "referenceId": "a1"}, "Name": "A", "Contacts": {"records": [{"attributes": {"type": "Contact", "referenceId": "c1"}, "LastName": "C", "Email": "123"}]}},
              {"attributes": {"type": "Account", "referenceId": "a2"}, "Contacts": {"records": [{"attributes": {"type": "Contact", "referenceId": "c2"}}]}}]}
            """);
        answer.Status.Should().Be(400);
        answer.Json.Should().Be(
            """{"hasErrors":true,"results":[{"referenceId":"c1","errors":[{"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: 123","fields":["Email"]}]},"""
            + """{"referenceId":"a2","errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [Name]","fields":["Name"]}]}]}""");
        (Org.Count("Account"), Org.Count("Contact")).Should().Be((800, 3400));
    }

    [Theory]
    [InlineData("""{"records": []}""", "A tree has between 1 and 200 records.")]
    [InlineData("""{"records": [{"Name": "x"}]}""", "Include the type Account in the attributes*")]
    [InlineData("""{"records": [{"attributes": {"type": "Contact", "referenceId": "a"}, "LastName": "x"}]}""", "Include the type Account in the attributes*")]
    [InlineData("""{"records": [{"attributes": {"type": "Account"}, "Name": "x"}]}""", "Include a reference ID for each record in the request.")]
    [InlineData("""{"records": [{"attributes": {"type": "Account", "referenceId": "a"}}, {"attributes": {"type": "Account", "referenceId": "a"}}]}""", "Duplicate ReferenceId provided in the request: a")]
    [InlineData("""{"records": [{"attributes": {"type": "Account", "referenceId": "a"}, "Cats": {"records": []}}]}""", "No such column 'Cats' on sobject of type Account")]
    public async Task What_is_no_tree_is_refused(string json, string message)
    {
        var error = (await _client.PostAsync("composite/tree/Account", json)).Error;
        error.Status.Should().Be(400);
        error.Message.Should().Match(message);
    }

    [Fact]
    public async Task A_tree_has_at_most_two_hundred_records_on_five_levels()
    {
        JsonObject Record(int i) => new() { ["attributes"] = new JsonObject { ["type"] = "Account", ["referenceId"] = $"r{i}" }, ["Name"] = $"{i}" };
        var wide = new JsonObject { ["records"] = new JsonArray([.. Enumerable.Range(0, 201).Select(Record)]) };
        (await _client.PostAsync("composite/tree/Account", wide.ToJsonString())).Error.Message.Should().Contain("between 1 and 200");
        var deep = Record(0);
        for (var i = 1; i <= 5; i++)
        {
            var above = Record(i);
            above["ChildAccounts"] = new JsonObject { ["records"] = new JsonArray(deep) };
            deep = above;
        }

        (await _client.PostAsync("composite/tree/Account", new JsonObject { ["records"] = new JsonArray(deep) }.ToJsonString())).Error.Message.Should().Contain("at most 5 levels");
    }
}
