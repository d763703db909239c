using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Composite;

public sealed class CompositeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Path = OrgClient.Version + "/composite";

    [Fact]
    public async Task Twenty_five_requests_count_once_and_answer_in_order()
    {
        var used = fixture.Emulator.ApiRequestsUsed;
        var ids = fixture.Emulator.Org.Rows("Contact").Take(25).Select(contact => contact.Id).ToList();
        var answers = await SendAsync([.. ids.Select((id, i) => Get($"/sobjects/Contact/{id}?fields=Name", $"r{i}"))]);
        answers.Select(answer => (string)answer!["body"]!["Id"]!).Should().Equal(ids);
        answers.Select(answer => answer!.RequiredString("referenceId")).Should().Equal(Enumerable.Range(0, 25).Select(i => $"r{i}"));
        answers.Should().AllSatisfy(answer => answer!["httpHeaders"]!.ToJsonString().Should().Be("{}"));
        fixture.Emulator.ApiRequestsUsed.Should().Be(used + 1);
    }

    [Fact]
    public async Task A_query_too_long_for_an_address_fits_into_a_composite_request()
    {
        var ids = fixture.Emulator.Org.Rows("Contact").Take(2000).Select(contact => contact.Id).ToList();
        var soql = $"SELECT Id FROM Contact WHERE Id IN ('{string.Join("','", ids)}')";
        (await fixture.Client.GetAsync(OrgClient.QueryPath(soql))).StatusCode.Should().Be(System.Net.HttpStatusCode.RequestUriTooLong);
        var answers = await SendAsync(Get($"/query?q={Uri.EscapeDataString(soql)}", "people"));
        answers[0]!["body"]!["records"]!.AsArray().Select(record => record!.RequiredString("Id")).Should().Equal(ids);
    }

    [Fact]
    public async Task An_address_need_not_be_encoded()
    {
        var answers = await SendAsync(Get("/query?q=SELECT Id FROM Contact LIMIT 1", "one"));
        ((int)answers[0]!["httpStatusCode"]!, (int)answers[0]!["body"]!["totalSize"]!).Should().Be((200, 1));
    }

    [Fact]
    public async Task Headers_of_one_request_reach_only_that_one()
    {
        var small = new { method = "GET", url = OrgClient.Version + "/query?q=SELECT Id FROM Contact", referenceId = "small", httpHeaders = new Dictionary<string, string> { ["Sforce-Query-Options"] = "batchSize=200" } };
        var answers = await SendAsync(small, Get("/query?q=SELECT Id FROM Contact", "large"));
        answers.Select(answer => answer!["body"]!["records"]!.AsArray().Count).Should().Equal(200, 2000);
        var next = answers[0]!["body"]!.RequiredString("nextRecordsUrl");
        (await fixture.Client.GetJsonAsync(next))["records"]!.AsArray().Count.Should().Be(200);
    }

    [Fact]
    public async Task Later_requests_refer_to_earlier_answers()
    {
        var answers = await SendAsync(
            Get("/query?q=SELECT Id, AccountId FROM Contact WHERE AccountId != null LIMIT 2", "people"),
            Get("/sobjects/Account/@{people.records[1].AccountId}?fields=Name", "account"),
            Get("/query?q=SELECT Id FROM Account WHERE Name = '@{account.Name}' AND Id = '@{account.Id}'", "again"));
        var account = (string)answers[0]!["body"]!["records"]![1]!["AccountId"]!;
        answers[2]!["body"]!["records"]!.AsArray().Select(record => record!.RequiredString("Id")).Should().Equal(account);
    }

    [Theory]
    [InlineData("@{people.records[7].Id}")]
    [InlineData("@{people.records[0].Nothing}")]
    [InlineData("@{people.records}")]
    [InlineData("@{nobody.id}")]
    [InlineData("@{people}")]
    [InlineData("@{people.records[0}")]
    public async Task A_reference_to_nothing_halts_the_request_that_holds_it(string reference)
    {
        var answers = await SendAsync(
            Get("/query?q=SELECT Id FROM Contact LIMIT 1", "people"), Get("/sobjects/Contact/" + reference, "lost"), Get("/limits", "other"));
        answers.Select(answer => (int)answer!["httpStatusCode"]!).Should().Equal(200, 400, 200);
        var error = answers[1]!["body"]![0]!;
        error.RequiredString("errorCode").Should().Be("PROCESSING_HALTED");
        error.RequiredString("message").Should().StartWith($"Invalid reference specified. No value for {reference[2..^1]} found in ");
    }

    [Fact]
    public async Task An_error_stands_inside_the_answer_as_it_was_recorded()
    {
        var answers = await SendAsync(Get("/sobjects/Foo", "CCI__RefId__0__"));
        answers.ToJsonString().Should().Be(
            """[{"body":[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}],"httpHeaders":{},"httpStatusCode":404,"referenceId":"CCI__RefId__0__"}]""");
    }

    [Fact]
    public async Task All_or_none_halts_every_other_request()
    {
        var body = new { allOrNone = true, compositeRequest = new[] { Get("/limits", "a"), Get("/sobjects/Nope", "b"), Get("/limits", "c") } };
        var answers = (await fixture.Client.PostForJsonAsync(Path, body))["compositeResponse"]!.AsArray();
        answers.Select(answer => ((int)answer!["httpStatusCode"]!, answer["body"]![0]!.RequiredString("errorCode"))).Should().Equal(
            (400, "PROCESSING_HALTED"), (404, "NOT_FOUND"), (400, "PROCESSING_HALTED"));
    }

    [Fact]
    public async Task More_than_twenty_five_requests_are_refused_inside_an_answer()
    {
        var answers = await SendAsync([.. Enumerable.Range(0, 26).Select(i => Get("/limits", $"r{i}"))]);
        answers.ToJsonString(Relaxed).Should().Be(
            """[{"body":[{"errorCode":"LIMIT_EXCEEDED","message":"The request can’t contain more than 25 operations."}],"httpHeaders":{},"httpStatusCode":400,"referenceId":null}]""");
    }

    [Fact]
    public async Task More_than_five_queries_are_refused()
    {
        var answers = await SendAsync([.. Enumerable.Range(0, 6).Select(i => Get("/query?q=SELECT Id FROM Lead LIMIT 1", $"r{i}"))]);
        answers.Single()!["body"]![0]!.RequiredString("errorCode").Should().Be("LIMIT_EXCEEDED");
    }

    [Theory]
    [InlineData("/composite")]
    [InlineData("/composite/batch")]
    public async Task Composite_requests_do_not_hold_each_other(string inner)
    {
        var answers = await SendAsync(new { method = "POST", url = OrgClient.Version + inner, referenceId = "inner", body = new { compositeRequest = Array.Empty<object>() } });
        ((int)answers[0]!["httpStatusCode"]!).Should().Be(400);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"compositeRequest":[]}""")]
    [InlineData("""{"compositeRequest":[1]}""")]
    [InlineData("""{"compositeRequest":{}}""")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/services/data/v67.0/limits"}]}""")]
    [InlineData("""{"compositeRequest":[{"method":"GET","referenceId":"a"}]}""")]
    [InlineData("""{"compositeRequest":[{"url":7,"method":"GET","referenceId":"a"}]}""")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/services/data/v67.0/limits","referenceId":"a[1]"}]}""")]
    [InlineData("""{"compositeRequest":[{"method":"GET","url":"/x","referenceId":"a"},{"method":"GET","url":"/x","referenceId":"a"}]}""")]
    [InlineData("""{"allOrNone":"yes","compositeRequest":[{"method":"GET","url":"/x","referenceId":"a"}]}""")]
    public async Task A_malformed_request_is_refused_as_a_whole(string body)
    {
        using var response = await fixture.Client.PostJsonAsync(Path, body);
        var (status, code, _) = await OrgClient.ErrorAsync(response);
        (status, code).Should().Be((400, "JSON_PARSER_ERROR"));
    }

    [Fact]
    public async Task A_request_takes_its_credentials_from_the_one_around_it()
    {
        using var response = await fixture.Client.PostJsonAsync(
            Path, """{"compositeRequest":[{"method":"GET","url":"/services/data/v67.0/limits","referenceId":"a","httpHeaders":{"Authorization":"Bearer x"}}]}""");
        (await OrgClient.ErrorAsync(response)).Status.Should().Be(400);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_an_unsupported_medium()
    {
        using var content = new StringContent("compositeRequest=1");
        using var response = await fixture.Client.PostAsync(Path, content);
        (await OrgClient.ErrorAsync(response)).Status.Should().Be(415);
    }

    [Fact]
    public async Task The_composite_resources_are_listed()
    {
        (await fixture.Client.GetJsonAsync(Path)).AsObject().Select(entry => entry.Key).Should().Contain("batch");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static object Get(string path, string id) => new { method = "GET", url = OrgClient.Version + path, referenceId = id };

    private async Task<JsonArray> SendAsync(params object[] requests) =>
        (await fixture.Client.PostForJsonAsync(Path, new { compositeRequest = requests }))["compositeResponse"]!.AsArray();
}
