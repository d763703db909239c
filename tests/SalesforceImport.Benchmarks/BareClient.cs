using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Benchmarks;

/// <summary>Reads everything and keeps nothing, as fast as the sockets let it.</summary>
internal sealed class BareClient(EmulatorProcess org) : IDisposable
{
    private const string Version = "/services/data/v67.0";
    private const int HeadBytes = 512;

    private readonly HttpClient _http = new() { BaseAddress = new Uri(org.Url) };
    private readonly byte[] _buffer = new byte[128 * 1024];

    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = org.ClientId,
            ["client_secret"] = org.ClientSecret,
        });
        using var response = await _http.PostAsync(Relative("/services/oauth2/token"), form, cancellationToken);
        var token = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)token!["access_token"]);
    }

    /// <summary>Follows a query page by page.</summary>
    public async Task<(long Rows, long Bytes, int Requests)> ReadByRestAsync(CancellationToken cancellationToken)
    {
        long rows = 0, bytes = 0;
        int requests = 0;
        string? next = $"{Version}/query?q={Uri.EscapeDataString(BenchmarkFields.Soql)}";
        while (next is not null)
        {
            using var response = await _http.GetAsync(Relative(next), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            (long length, string head) = await DrainAsync(response, cancellationToken);
            (rows, next) = ReadHead(head);
            bytes += length;
            requests++;
        }

        return (rows, bytes, requests);
    }

    /// <summary>Runs a job and reads its result page by page.</summary>
    public async Task<(long Rows, long Bytes, int Requests)> ReadByBulkAsync(CancellationToken cancellationToken)
    {
        using var created = await _http.PostAsJsonAsync(Relative($"{Version}/jobs/query"), new { operation = "query", query = BenchmarkFields.Soql }, cancellationToken);
        var job = await created.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        string results = $"{Version}/jobs/query/{job!["id"]}/results";
        long rows = 0, bytes = 0;
        int requests = 1;
        for (string locator = string.Empty; locator != "null"; requests++)
        {
            using var response = await _http.GetAsync(
                Relative(locator.Length == 0 ? results : $"{results}?locator={locator}"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            bytes += (await DrainAsync(response, cancellationToken)).Bytes;
            rows += long.Parse(response.Headers.GetValues("Sforce-NumberOfRecords").Single(), CultureInfo.InvariantCulture);
            locator = response.Headers.GetValues("Sforce-Locator").Single();
        }

        return (rows, bytes, requests);
    }

    public void Dispose() => _http.Dispose();

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    // Total and next page come before the records, so that the rest need not be understood.
    private static (long Rows, string? Next) ReadHead(string head)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(head), isFinalBlock: false, default);
        long rows = 0;
        string? next = null;
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("records")))
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                rows = reader.GetInt64();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                next = reader.GetString();
            }
        }

        return (rows, next);
    }

    private async Task<(long Bytes, string Head)> DrainAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        int first = await body.ReadAtLeastAsync(_buffer, HeadBytes, throwOnEndOfStream: false, cancellationToken);
        string head = Encoding.UTF8.GetString(_buffer, 0, Math.Min(first, HeadBytes));
        long bytes = first;
        for (int read; (read = await body.ReadAsync(_buffer, cancellationToken)) > 0;)
        {
            bytes += read;
        }

        return (bytes, head);
    }
}
