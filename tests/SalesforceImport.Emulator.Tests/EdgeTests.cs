using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SalesforceImport.Emulator.Tests;

public sealed class EdgeTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task An_address_of_more_than_16_384_bytes_is_too_long()
    {
        using var response = await fixture.Client.GetAsync(OrgClient.QueryPath("SELECT Id FROM Lead WHERE Name = '" + new string('x', 17_000) + "'"));
        ((int)response.StatusCode).Should().Be(414);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.BodyAsync()).Should().Be("<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>");
        response.Headers.Contains("Sforce-Limit-Info").Should().BeFalse();
    }

    [Fact]
    public async Task Address_and_headers_of_more_than_16_384_bytes_are_too_large()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(OrgClient.QueryPath("SELECT Id FROM Lead"), UriKind.Relative));
        request.Headers.Add("X-Long", new string('x', 16_300));
        using var response = await fixture.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).Should().Be(431);
    }

    [Fact]
    public async Task Five_hundred_and_fifty_ids_pass()
    {
        var ids = string.Join("','", Enumerable.Range(0, 550).Select(i => fixture.Emulator.Org.IdAt("Contact", i)));
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM Contact WHERE Id IN ('{ids}')")).Count.Should().Be(550);
    }

    [Theory]
    [InlineData("GET", "/services/data/v67.0/nowhere", 404)]
    [InlineData("GET", "/services/data/v67.0/../v67.0/limits", 404)]
    [InlineData("GET", "/services/data/v67.0//limits", 404)]
    [InlineData("GET", "/services/data/v67.0/%2e%2e/limits", 404)]
    [InlineData("GET", "/services/data/v67.0/limits%2FrecordCount", 404)]
    [InlineData("GET", "/services/data/v67.0/sobjects/%zz", 404)]
    [InlineData("GET", "/services/data/v67.0/query?q=%zz", 400)]
    [InlineData("GET", "/services/data/v67.0/query?q=%", 400)]
    [InlineData("GET", "/services/data/v67.0/query?q=%FF%FE", 400)]
    [InlineData("GET", "/services/data/v67.0/query", 400)]
    [InlineData("GET", "/services", 404)]
    [InlineData("POST", "/services/data/v67.0/limits", 405)]
    [InlineData("DELETE", "/services/data/v67.0/query", 405)]
    [InlineData("PATCH", "/services/data", 405)]
    public async Task Odd_requests_get_the_orgs_own_errors(string method, string target, int status)
    {
        var token = (await fixture.Client.TokenAsync()).RequiredString("access_token");
        var answer = await SendRawAsync($"{method} {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        answer.Should().StartWith($"HTTP/1.1 {status} ");
        answer.Should().Contain("\"errorCode\":").And.NotContain("   at ");
    }

    [Fact]
    public async Task Two_slashes_at_the_start_are_one()
    {
        var token = (await fixture.Client.TokenAsync()).RequiredString("access_token");
        var answer = await SendRawAsync($"GET //services/data/v67.0/limits HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");
        answer.Should().StartWith("HTTP/1.1 200 ").And.Contain("DailyApiRequests");
    }

    [Theory]
    [InlineData("Accept", "image/png")]
    [InlineData("Accept-Charset", "latin1")]
    [InlineData("Sforce-Call-Options", "client=me")]
    public async Task Odd_headers_are_tolerated(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(OrgClient.QueryPath("SELECT Id FROM Lead LIMIT 1"), UriKind.Relative));
        request.Headers.TryAddWithoutValidation(name, value);
        using var response = await fixture.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet).Should().Be(("application/json", "UTF-8"));
    }

    [Fact]
    public async Task An_answer_is_compressed_when_asked()
    {
        using var client = new OrgClient(fixture.Emulator, new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.UseToken((await client.TokenAsync()).RequiredString("access_token"));
        client.Headers.AcceptEncoding.ParseAdd("gzip");
        using var packed = await client.GetAsync(OrgClient.QueryPath("SELECT Id, Name FROM Contact"));
        packed.Content.Headers.ContentEncoding.Should().Equal("gzip");

        using var unpacking = new OrgClient(fixture.Emulator, new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip });
        unpacking.UseToken((await unpacking.TokenAsync()).RequiredString("access_token"));
        (await unpacking.QueryRecordsAsync("SELECT Id, Name FROM Contact")).Count.Should().Be(3400);
    }

    [Fact]
    public async Task Deeply_nested_filters_are_malformed_not_fatal()
    {
        var nested = new string('(', 2500) + "Name = 'x'" + new string(')', 2500);
        (await fixture.Client.QueryErrorAsync("SELECT Id FROM Lead WHERE " + nested)).Code.Should().Be("MALFORMED_QUERY");
    }

    private async Task<string> SendRawAsync(string request)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, fixture.Emulator.Url.Port, cancellationToken);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
