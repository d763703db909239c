using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Composite;

public sealed class RetrieveTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Path = OrgClient.Version + "/composite/sobjects/Contact";

    [Fact]
    public async Task Two_thousand_records_come_in_the_order_asked_for_one_request()
    {
        var wanted = fixture.Emulator.Org.Rows("Contact").Take(2000).Reverse().ToList();
        var used = fixture.Emulator.ApiRequestsUsed;
        var records = await PostAsync([.. wanted.Select(contact => contact.Id)], "FirstName", "Email");
        records.Select(record => ((string)record!["Id"]!, (string?)record["Email"])).Should().Equal(wanted.Select(contact => (contact.Id, (string?)contact["Email"])));
        fixture.Emulator.ApiRequestsUsed.Should().Be(used + 1);
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var deleted = emulator.Org.IdAt("Contact", 3);
        emulator.Org.Delete(deleted);
        var there = emulator.Org.IdAt("Contact", 4);
        string[] ids = [deleted, there, emulator.Org.IdAt("Lead", 0), "nonsense", there[..15]];
        var records = (await client.PostForJsonAsync(Path, new { ids, fields = new[] { "Id" } })).AsArray();
        records.Select(record => (string?)record?["Id"]).Should().Equal(null, there, null, null, there);
    }

    [Fact]
    public async Task A_get_takes_ids_and_fields_as_lists()
    {
        var ids = fixture.Emulator.Org.Rows("Contact").Take(3).Select(contact => contact.Id).ToList();
        var records = (await fixture.Client.GetJsonAsync($"{Path}?ids={string.Join(',', ids)}&fields=id,lastName")).AsArray();
        records.Select(record => record!.AsObject().Select(field => field.Key)).Should().AllSatisfy(keys => keys.Should().Equal("attributes", "Id", "LastName"));
        records.Select(record => record!.RequiredString("Id")).Should().Equal(ids);
    }

    [Theory]
    [InlineData("""{"ids":["0030000000000AA"],"fields":["Nope"]}""", "INVALID_FIELD")]
    [InlineData("""{"ids":["0030000000000AA"]}""", "MISSING_ARGUMENT")]
    [InlineData("""{"fields":["Id"]}""", "MISSING_ARGUMENT")]
    [InlineData("""{"ids":[1],"fields":["Id"]}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"ids":["0030000000000AA"],"fields":"Id"}""", "JSON_PARSER_ERROR")]
    public async Task A_malformed_request_is_refused(string body, string code)
    {
        using var response = await fixture.Client.PostJsonAsync(Path, body);
        var error = await OrgClient.ErrorAsync(response);
        (error.Status, error.Code).Should().Be((400, code));
    }

    [Fact]
    public async Task More_than_two_thousand_ids_are_refused()
    {
        using var response = await fixture.Client.PostJsonAsync(Path, new { ids = Enumerable.Repeat(fixture.Emulator.Org.IdAt("Contact", 0), 2001), fields = new[] { "Id" } });
        (await OrgClient.ErrorAsync(response)).Code.Should().Be("EXCEEDED_ID_LIMIT");
    }

    [Fact]
    public async Task A_record_with_chosen_fields_ends_with_its_id()
    {
        var record = await fixture.Client.GetJsonAsync($"{OrgClient.Version}/sobjects/Contact/{fixture.Emulator.Org.IdAt("Contact", 0)}?fields=LastName");
        record.AsObject().Select(field => field.Key).Should().Equal("attributes", "LastName", "Id");
    }

    private async Task<JsonArray> PostAsync(string[] ids, params string[] fields) => (await fixture.Client.PostForJsonAsync(Path, new { ids, fields })).AsArray();
}
