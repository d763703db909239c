using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>
/// A way to an org that closes at some pages of records: the import behind it stands still in the middle, for as long as a
/// test needs, or meets something else than the page.
/// </summary>
internal sealed class GatedOrg : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri _org;
    private readonly string _token;
    private readonly Predicate<int> _isClosed;
    private readonly Func<HttpContext, Task> _closed;
    private WebApplication? _server;
    private int _asked;

    private GatedOrg(OrgProcess org, string token, Predicate<int> isClosed, Func<HttpContext, Task> closed)
    {
        _org = org.Url;
        _token = token;
        _isClosed = isClosed;
        _closed = closed;
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>A token makes the console talk to this address, not to the one the org names.</summary>
    public IReadOnlyDictionary<string, string> Credentials => new Dictionary<string, string> { ["SALESFORCE_ACCESS_TOKEN"] = _token };

    /// <summary>A gate that keeps whoever comes later waiting.</summary>
    public static Task<GatedOrg> StartAsync(OrgProcess org, int pages) =>
        StartAsync(org, page => page > pages, context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    /// <summary>A gate that tells whoever comes later that the session has ended.</summary>
    public static Task<GatedOrg> StartExpiringAsync(OrgProcess org, int pages) => StartAsync(org, page => page > pages, context =>
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""");
    });

    /// <summary>A gate that shows whoever comes first a page for people, and lets everybody else through.</summary>
    public static Task<GatedOrg> StartStumblingAsync(OrgProcess org) => StartAsync(org, page => page == 1, context =>
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html";
        context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsync("<html><title>Down for maintenance</title></html>");
    });

    public ConsoleProcess Start(TempFolder folder, params IEnumerable<string> arguments) =>
        ConsoleProcess.Start(folder, Credentials, ["--org", Url.ToString(), .. arguments]);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _client.Dispose();
    }

    private static async Task<GatedOrg> StartAsync(OrgProcess org, Predicate<int> isClosed, Func<HttpContext, Task> closed)
    {
        var gate = new GatedOrg(org, await org.SignInAsync(), isClosed, closed);
        (gate._server, gate.Url) = await LocalServer.StartAsync(gate.HandleAsync);
        return gate;
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsPage(request) && _isClosed(Interlocked.Increment(ref _asked)))
        {
            await _closed(context);
            return;
        }

        using var onwards = new HttpRequestMessage(HttpMethod.Parse(request.Method), new Uri(_org, request.Path + request.QueryString));
        onwards.Headers.TryAddWithoutValidation("Authorization", request.Headers.Authorization.ToString());
        if (request.ContentLength > 0)
        {
            onwards.Content = new StreamContent(request.Body);
            onwards.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        using var answer = await _client.SendAsync(onwards, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var header in answer.Headers.Where(header => header.Key is "Sforce-Limit-Info" or "Date" or "Sforce-Locator" or "Sforce-NumberOfRecords"))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static bool IsPage(HttpRequest request) =>
        request.Path.Value!.Contains("/composite", StringComparison.Ordinal)
        || (request.Path.Value!.Contains("/query", StringComparison.Ordinal)
            && request.Query["q"].ToString().Contains("COUNT(", StringComparison.OrdinalIgnoreCase) is false);
}
