using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Bulk;

/// <summary>Runs Bulk API 2.0 query jobs over HTTP as any client would.</summary>
internal static class BulkClient
{
    public const string JobsPath = OrgClient.Version + "/jobs/query";

    /// <summary>Makes a job and returns its path.</summary>
    public static async Task<string> StartJobAsync(this OrgClient client, string soql, string operation = "query", string? columnDelimiter = null, string? lineEnding = null)
    {
        var job = await client.PostForJsonAsync(JobsPath, new { operation, query = soql, columnDelimiter, lineEnding });
        return $"{JobsPath}/{job.RequiredString("id")}";
    }

    public static async Task<(int Status, string Code, string Message)> JobErrorAsync(this OrgClient client, string soql, string operation = "query")
    {
        using var response = await client.PostJsonAsync(JobsPath, new { operation, query = soql });
        return await OrgClient.ErrorAsync(response);
    }

    /// <summary>Reads one page of a result.</summary>
    public static async Task<ResultPage> ResultAsync(this OrgClient client, string jobPath, string? locator = null, int? maxRecords = null)
    {
        var parameters = new[] { locator is null ? null : "locator=" + locator, maxRecords is null ? null : "maxRecords=" + maxRecords };
        return await client.ResultPageAsync($"{jobPath}/results?{string.Join('&', parameters.OfType<string>())}");
    }

    public static async Task<ResultPage> ResultPageAsync(this OrgClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var body = await response.BodyAsync();
        response.IsSuccessStatusCode.Should().BeTrue("the answer is {0}", body);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        return new ResultPage(
            response.Headers.TryGetValues("Sforce-Locator", out var locators) ? locators.Single() : null,
            int.Parse(response.Headers.GetValues("Sforce-NumberOfRecords").Single(), System.Globalization.CultureInfo.InvariantCulture),
            body);
    }

    /// <summary>Runs a query and reads its result in one piece.</summary>
    public static async Task<string> RunJobAsync(this OrgClient client, string soql, string operation = "query") =>
        (await client.ResultAsync(await client.StartJobAsync(soql, operation))).Body;

    public static async Task<HttpResponseMessage> PatchJobAsync(this OrgClient client, string jobPath, string state)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, new Uri(jobPath, UriKind.Relative)) { Content = JsonContent.Create(new { state }) };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<HttpResponseMessage> DeleteJobAsync(this OrgClient client, string jobPath)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(jobPath, UriKind.Relative));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<string> StateAsync(this OrgClient client, string jobPath) => (await client.GetJsonAsync(jobPath)).RequiredString("state");

    public static IEnumerable<string> Keys(this JsonNode node) => node.AsObject().Select(pair => pair.Key);
}
