using System.Globalization;

namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class CollectionTests : IAsyncLifetime
{
    private const string Mixed = """
        [{"attributes": {"type": "Account"}, "Name": "A"}, {"attributes": {"type": "Contact"}, "FirstName": "x"}, {"attributes": {"type": "Contact"}, "LastName": "B"}, {"Name": "C"}]
        """;

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
    public async Task Records_of_several_objects_are_made_each_by_itself()
    {
        var answer = await _client.PostAsync("composite/sobjects", $$"""{"allOrNone": false, "records": {{Mixed}}}""");
        answer.Status.Should().Be(200);
        answer.Outcomes.Select(outcome => outcome.Length == 18 ? outcome[..3] : outcome).Should().Equal("001", "REQUIRED_FIELD_MISSING", "003", "INVALID_TYPE");
        answer.Body![1]!.ToJsonString().Should().Be(
            """{"success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [LastName]","fields":["LastName"]}]}""");
        (Org.Count("Account"), Org.Count("Contact")).Should().Be((801, 3401));
    }

    [Fact]
    public async Task All_or_none_leaves_nothing_of_a_collection_with_an_error()
    {
        var answer = await _client.PostAsync("composite/sobjects", $$"""{"allOrNone": true, "records": {{Mixed}}}""");
        answer.Outcomes.Should().Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING", "ALL_OR_NONE_OPERATION_ROLLED_BACK", "INVALID_TYPE");
        (Org.Count("Account"), Org.Count("Contact")).Should().Be((800, 3400));
    }

    [Fact]
    public async Task Records_are_changed_by_their_ids()
    {
        var (first, second) = (Org.IdAt("Contact", 0), Org.IdAt("Contact", 1));
        var answer = await _client.PatchAsync("composite/sobjects", $$"""
            {"records": [{"attributes": {"type": "Contact"}, "id": "{{first}}", "LastName": "A"}, {"attributes": {"type": "Contact"}, "LastName": "B"},
                         {"attributes": {"type": "Account"}, "id": "{{second}}", "Name": "C"}]}
            """);
        answer.Outcomes.Should().Equal(first, "MISSING_ARGUMENT", "MALFORMED_ID");
        Org.Find(first)!["LastName"].Should().Be("A");
    }

    [Fact]
    public async Task Records_are_deleted_by_their_ids()
    {
        var (contact, account) = (Org.IdAt("Contact", 0), Org.IdAt("Account", 5));
        var refused = await _client.DeleteAsync($"composite/sobjects?ids={contact},12,003000000000000AAA&allOrNone=true");
        refused.Outcomes.Should().Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", "MALFORMED_ID", "NOT_FOUND");
        Org.Count("Contact").Should().Be(3400);
        var answer = await _client.DeleteAsync($"composite/sobjects?ids={contact},{account},{contact}");
        answer.Outcomes.Should().Equal(contact, account, "ENTITY_IS_DELETED");
        Org.Count("Account").Should().Be(799);
    }

    [Fact]
    public async Task A_collection_has_at_most_two_hundred_records()
    {
        string Records(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"attributes":{"type":"Account"},"Name":"{{i}}"}""")));
        (await _client.PostAsync("composite/sobjects", $$"""{"records": [{{Records(201)}}]}""")).Error.Code.Should().Be("EXCEEDED_ID_LIMIT");
        (await _client.PostAsync("composite/sobjects", $$"""{"records": [{{Records(200)}}]}""")).Body!.AsArray().Should().HaveCount(200);
        Org.Count("Account").Should().Be(1000);
        (await _client.PostAsync("composite/sobjects", """{"records": [7]}""")).Error.Code.Should().Be("JSON_PARSER_ERROR");
    }
}
