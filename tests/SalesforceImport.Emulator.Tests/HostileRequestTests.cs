using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SalesforceImport.Emulator.Tests;

/// <summary>Whatever comes, the answer is the org's error or a 4xx, and the emulator lives on.</summary>
public sealed class HostileRequestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"];

    private static readonly string[] Paths =
    [
        "/", "//", "/services", "/services/data", "/services/data/v67.0", "/services/data/v67.0/query", "/services/data/v67.0/query/x-1",
        "/services/data/v67.0/query/0r8000000000000AAA-9999999999999999999", "/services/data/v67.0/sobjects/..%2f..%2fetc%2fpasswd",
        "/services/data/v67.0/sobjects/Contact/%00", "/services/data/v67.0/sobjects/Contact/updated", "/services/data/v67.0/sobjects/Contact/deleted?start=1&end=2",
        "/services/data/v67.0/sobjects/Contact/Id/", "/services/data/v67.0/sobjects/Contact/Name/x", "/services/data/v67.0/composite",
        "/services/data/v67.0/composite/batch", "/services/data/v67.0/composite/sobjects", "/services/data/v67.0/composite/sobjects/Contact",
        "/services/data/v67.0/composite/tree/Account", "/services/data/v67.0/jobs/query", "/services/data/v67.0/jobs/query/750000000000000AAA/results",
        "/services/data/v67.0/jobs/ingest", "/services/data/v67.0/limits/recordCount?sObjects=,,,", "/services/data/v67.0/query?explain=",
        "/services/data/v67.0/query?q=SELECT", "/services/data/v67.0/query?q=%00", "/services/data/v67.0/query?columns=true&q=SELECT+Id+FROM+Nope",
        "/services/data/v999999999999999999.0/query", "/services/oauth2/token", "/services/oauth2/authorize", "/services/oauth2/introspect",
        "/services/oauth2/revoke", "/services/oauth2/userinfo", "/services/oauth2/nothing", "/id/1/2", "/id", "/_emulator", "/_emulator/nothing", "/_emulator/faults/x",
    ];

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "\"\"", "{\"a\":", "\u0000", "\ud83d", "{\"compositeRequest\":[null]}", "{\"batchRequests\":[[]]}", "{\"records\":[null,1,{}]}",
        "{\"ids\":[null],\"fields\":[null]}", "{\"operation\":\"query\"}", "{\"operation\":7,\"query\":null}", "grant_type=client_credentials&client_id=%zz",
    ];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        (await fixture.Client.CountAsync("SELECT COUNT() FROM Contact")).Should().BeGreaterThan(0);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_method_on_every_path_with_any_body_is_answered_and_never_with_a_failure_of_ours()
    {
        var token = (await fixture.Client.TokenAsync()).RequiredString("access_token");
        await Parallel.ForEachAsync(Paths.SelectMany(path => Methods.Select(method => (method, path))), TestContext.Current.CancellationToken, async (request, _) =>
        {
            foreach (var body in request.method is "GET" or "HEAD" ? [""] : Bodies)
            {
                var answer = await SendAsync(request.method, request.path, body, $"Authorization: Bearer {token}");
                Check(answer, $"{request.method} {request.path} {body}");
            }
        });
    }

    [Theory]
    [InlineData("Authorization: Bearer")]
    [InlineData("Authorization: Bearer \u00ff\u00ff")]
    [InlineData("Authorization: Bearer 00D000000000000!AQ")]
    [InlineData("Authorization: Basic !!!")]
    [InlineData("Authorization: OAuth ")]
    [InlineData("Authorization:")]
    [InlineData("X-Nothing: 1")]
    public async Task A_wrong_token_opens_nothing(string header)
    {
        var answer = await SendAsync("GET", "/services/data/v67.0/limits", "", header);
        answer.Should().MatchRegex("^HTTP/1.1 (401|400) ").And.NotContain("   at ");
    }

    [Fact]
    public async Task Json_that_is_too_deep_is_broken_json()
    {
        var deep = new string('[', 100_000);
        using var response = await fixture.Client.PostJsonAsync(OrgClient.Version + "/composite", "{\"compositeRequest\":" + deep);
        (await OrgClient.ErrorAsync(response)).Code.Should().Be("JSON_PARSER_ERROR");
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut_off()
    {
        using var content = new EndlessContent();
        content.Headers.ContentType = new("application/json");
        var sending = async () =>
        {
            using var response = await fixture.Client.PostAsync(OrgClient.Version + "/composite", content);
            return (int)response.StatusCode;
        };
        try
        {
            (await sending()).Should().BeInRange(400, 499);
        }
        catch (HttpRequestException broken)
        {
            // The answer may not be read while the body is still being written.
            broken.InnerException.Should().BeAssignableTo<IOException>();
        }
    }

    [Theory]
    [InlineData("SELECT Id FROM Lead WHERE Name LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b'")]
    [InlineData("SELECT Id FROM Lead WHERE Id IN (SELECT ConvertedContactId FROM Lead)")]
    [InlineData("SELECT Id FROM Lead LIMIT 99999999999999999999")]
    [InlineData("SELECT Id FROM Lead LIMIT -1")]
    [InlineData("SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS:99999999999")]
    [InlineData("SELECT Id FROM Lead WHERE AnnualRevenue > 1e400")]
    [InlineData("SELECT Id FROM Lead WHERE Name = '\u0000\ud83d'")]
    [InlineData("SELECT (SELECT (SELECT Id FROM Contacts) FROM Contacts) FROM Account")]
    [InlineData("SELECT a.b.c.d.e.f.g.h FROM Lead a")]
    [InlineData("SELECT TYPEOF TYPEOF WHEN WHEN THEN THEN END FROM Task")]
    [InlineData("\u202eSELECT Id FROM Lead")]
    [InlineData("SELECT Id FROM Lead;DROP TABLE Lead")]
    public async Task Odd_statements_are_answered(string soql)
    {
        using var response = await fixture.Client.GetAsync(OrgClient.QueryPath(soql));
        ((int)response.StatusCode).Should().BeOneOf(200, 400);
        (await response.BodyAsync()).Should().NotContain("   at ");
    }

    private static void Check(string answer, string request)
    {
        answer.Should().StartWith("HTTP/1.1 ", "{0}", request);
        var status = int.Parse(answer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        status.Should().BeLessThan(500, "{0} was answered {1}", request, answer);
        answer.Should().NotContain("   at ").And.NotContain("Exception");
    }

    private async Task<string> SendAsync(string method, string path, string body, string header)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, fixture.Emulator.Url.Port, cancellationToken);
        var stream = tcp.GetStream();
        var bytes = Encoding.UTF8.GetBytes(body);
        var type = body.StartsWith("grant", StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "application/json";
        var head = $"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellationToken);
        await stream.WriteAsync(bytes, cancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private sealed class EndlessContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var spaces = new byte[64 * 1024];
            Array.Fill(spaces, (byte)' ');
            while (true)
            {
                await stream.WriteAsync(spaces);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
