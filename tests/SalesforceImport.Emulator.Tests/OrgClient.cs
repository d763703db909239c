using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests;

/// <summary>Talks to an emulator over HTTP as any client would.</summary>
internal sealed class OrgClient : IDisposable
{
    public const string Version = "/services/data/v67.0";

    private readonly HttpClient _http;

    public OrgClient(SalesforceEmulator emulator)
        : this(emulator, new SocketsHttpHandler())
    {
    }

    public OrgClient(SalesforceEmulator emulator, HttpMessageHandler handler)
    {
        Emulator = emulator;
        _http = new HttpClient(handler) { BaseAddress = emulator.Url, Timeout = TimeSpan.FromMinutes(2) };
    }

    public SalesforceEmulator Emulator { get; }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public static async Task<OrgClient> SignInAsync(SalesforceEmulator emulator)
    {
        var client = new OrgClient(emulator);
        client.UseToken((await client.TokenAsync()).RequiredString("access_token"));
        return client;
    }

    public void UseToken(string token) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public async Task<JsonObject> TokenAsync() => await TokenAsync(
        ("grant_type", "client_credentials"), ("client_id", Emulator.ClientId), ("client_secret", Emulator.ClientSecret));

    public async Task<JsonObject> TokenAsync(params (string Name, string Value)[] form)
    {
        using var response = await PostTokenAsync(form);
        return (await ReadAsync(response)).AsObject();
    }

    public Task<HttpResponseMessage> PostTokenAsync(params (string Name, string Value)[] form) =>
        PostAsync("/services/oauth2/token", new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => _http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await GetAsync(path);
        response.IsSuccessStatusCode.Should().BeTrue("the answer is {0}", await response.BodyAsync());
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, object body) => PostJsonAsync(path, JsonSerializer.Serialize(body));

    public async Task<HttpResponseMessage> PostJsonAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await PostAsync(path, content);
    }

    /// <summary>Posts JSON that the org takes, and reads its answer.</summary>
    public async Task<JsonNode> PostForJsonAsync(string path, object body)
    {
        using var response = await PostJsonAsync(path, body);
        response.IsSuccessStatusCode.Should().BeTrue("the answer is {0}", await response.BodyAsync());
        return await ReadAsync(response);
    }

    public static string QueryPath(string soql, bool all = false) => $"{Version}/{(all ? "queryAll" : "query")}?q={Uri.EscapeDataString(soql)}";

    public async Task<JsonObject> QueryAsync(string soql, bool all = false) => (await GetJsonAsync(QueryPath(soql, all))).AsObject();

    /// <summary>Every record of a query, page after page.</summary>
    public async Task<List<JsonObject>> QueryRecordsAsync(string soql, bool all = false)
    {
        var records = new List<JsonObject>();
        for (var path = QueryPath(soql, all); path is not null;)
        {
            var page = await GetJsonAsync(path);
            records.AddRange(page["records"]!.AsArray().Select(record => record!.AsObject()));
            path = (string?)page["nextRecordsUrl"];
        }

        return records;
    }

    public async Task<List<string>> QueryIdsAsync(string soql, bool all = false) =>
        [.. (await QueryRecordsAsync(soql, all)).Select(record => record.RequiredString("Id"))];

    public async Task<long> CountAsync(string soql, bool all = false) => (long)(await QueryAsync(soql, all))["totalSize"]!;

    /// <summary>The status and first error of a request that the org refuses.</summary>
    public async Task<(int Status, string Code, string Message)> ErrorAsync(string path)
    {
        using var response = await GetAsync(path);
        return await ErrorAsync(response);
    }

    public static async Task<(int Status, string Code, string Message)> ErrorAsync(HttpResponseMessage response)
    {
        var error = (await ReadAsync(response)).AsArray()[0]!.AsObject();
        return ((int)response.StatusCode, error.RequiredString("errorCode"), error.RequiredString("message"));
    }

    public Task<(int Status, string Code, string Message)> QueryErrorAsync(string soql) => ErrorAsync(QueryPath(soql));

    public void Dispose() => _http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.BodyAsync();
        try
        {
            return JsonNode.Parse(body)!;
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{(int)response.StatusCode} {body}", broken);
        }
    }
}
