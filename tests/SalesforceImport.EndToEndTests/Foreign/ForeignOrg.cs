using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests.Foreign;

/// <summary>
/// An org that nobody here made a client for: it keeps to what is documented and to nothing else. No list of versions, no
/// permission for the limits, pages of three records, locators by absolute URL, and JSON that is legal and odd.
/// </summary>
internal sealed partial class ForeignOrg : IAsyncDisposable
{
    private const int PageSize = 3;

    private readonly Dictionary<string, (List<ForeignRecord> Records, List<string> Fields)> _cursors = [];
    private WebApplication? _server;
    private int _counted;

    private ForeignOrg()
    {
    }

    public Uri Url { get; private set; } = null!;

    public int Counted => _counted;

    public static IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string>
    {
        ["SALESFORCE_CLIENT_ID"] = "the id",
        ["SALESFORCE_CLIENT_SECRET"] = "the+secret&more",
    };

    public static async Task<ForeignOrg> StartAsync()
    {
        var org = new ForeignOrg();
        (org._server, org.Url) = await LocalServer.StartAsync(org.HandleAsync);
        return org;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        var (status, json) = path switch
        {
            "/services/oauth2/token" => await TokenAsync(context.Request),
            "/services/data" or "/services/data/" => (404, """[ { "message" : "nothing here", "errorCode" : "NOT_FOUND" } ]"""),
            _ => Answer(context),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync("\n  " + json + "\r\n");
    }

    private async Task<(int Status, string Json)> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        return form["client_id"] == "the id" && form["client_secret"] == "the+secret&more"
            ? (200, $$"""{ "token_type":"Bearer", "instance_url" : {{OddJson.Text(Url.ToString().TrimEnd('/'))}}, "unknown":{"a":[1,2]}, "id":{{OddJson.Text($"{Url}id/00Dxx0000001gPLEAY/005xx000001SwiUAAS")}}, "access_token":{{OddJson.Text("00Dxx0000001gPL!AQ.token")}} }""")
            : (400, """{"error":"invalid_client","error_description":"invalid client credentials"}""");
    }

    private (int Status, string Json) Answer(HttpContext context)
    {
        if (context.Request.Headers.Authorization != "Bearer 00Dxx0000001gPL!AQ.token")
        {
            return (401, """[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]""");
        }

        int counted = Interlocked.Increment(ref _counted);
        context.Response.Headers["Sforce-Limit-Info"] = $"api-usage={100 + counted}/5000";
        string path = VersionPrefix().Replace(context.Request.Path.Value!, string.Empty);
        return path switch
        {
            "limits" => (403, """[{"message":"insufficient access rights","errorCode":"INSUFFICIENT_ACCESS"}]"""),
            "sobjects/Lead/describe" => (200, OddJson.Describe("Lead", "00Q", ForeignRecord.LeadFields)),
            "sobjects/Contact/describe" => (200, OddJson.Describe("Contact", "003", ForeignRecord.ContactFields)),
            "query" => Query(context.Request.Query["q"].ToString()),
            _ when path.StartsWith("query/", StringComparison.Ordinal) => Page(path["query/".Length..]),
            _ => (404, """[{"message":"The requested resource does not exist","errorCode":"NOT_FOUND"}]"""),
        };
    }

    private (int Status, string Json) Query(string soql)
    {
        var parts = Soql().Match(soql);
        if (!parts.Success)
        {
            return (400, """[{"message":"unexpected token","errorCode":"MALFORMED_QUERY"}]""");
        }

        var records = ForeignRecord.Of(parts.Groups["object"].Value).Where(record => string.CompareOrdinal(record.Id, parts.Groups["after"].Value) > 0).ToList();
        string select = parts.Groups["select"].Value;
        return select.Contains('(', StringComparison.Ordinal)
            ? (200, OddJson.Counts(records, select))
            : Page(records, [.. select.Split(',', StringSplitOptions.TrimEntries)], 0);
    }

    private (int Status, string Json) Page(string locator)
    {
        string[] parts = locator.Split('-');
        var (records, fields) = _cursors[parts[0]];
        return Page(records, fields, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private (int Status, string Json) Page(List<ForeignRecord> records, List<string> fields, int from)
    {
        string? next = null;
        if (from + PageSize < records.Count)
        {
            string cursor = $"01gxx{_counted:D12}A";
            _cursors[cursor] = (records, fields);
            next = new Uri(Url, $"services/data/v67.0/query/{cursor}-{from + PageSize}").ToString();
        }

        return (200, OddJson.Page(records.Skip(from).Take(PageSize), fields, records.Count, next));
    }

    [GeneratedRegex(@"^/services/data/v\d+\.0/")]
    private static partial Regex VersionPrefix();

    [GeneratedRegex(@"^SELECT (?<select>.+?) FROM (?<object>\w+)(?: WHERE Id > '(?<after>\w+)')?(?: ORDER BY Id)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Soql();
}
