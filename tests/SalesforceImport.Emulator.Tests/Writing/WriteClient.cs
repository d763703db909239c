using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Writing;

/// <summary>Sends writes as any client would.</summary>
internal static class WriteClient
{
    public static Task<Answer> PostAsync(this OrgClient client, string path, string json) => client.WriteAsync(HttpMethod.Post, path, json);

    public static Task<Answer> PatchAsync(this OrgClient client, string path, string json) => client.WriteAsync(HttpMethod.Patch, path, json);

    public static Task<Answer> DeleteAsync(this OrgClient client, string path) => client.WriteAsync(HttpMethod.Delete, path, null);

    public static async Task<Answer> WriteAsync(this OrgClient client, HttpMethod method, string path, string? body, string type = "application/json", string version = "v67.0")
    {
        using var request = new HttpRequestMessage(method, new Uri($"/services/data/{version}/{path}", UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.BodyAsync();
        return new Answer((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.Location?.ToString());
    }

    /// <summary>Makes a record that must be taken and returns its id.</summary>
    public static async Task<string> CreateAsync(this OrgClient client, string objectName, string json)
    {
        var answer = await client.PostAsync($"sobjects/{objectName}", json);
        answer.Status.Should().Be(201, "the answer is {0}", answer.Body?.ToJsonString());
        return answer.Body!.RequiredString("id");
    }

    internal sealed record Answer(int Status, JsonNode? Body, string? Location)
    {
        /// <summary>The first error of a refused request.</summary>
        public (int Status, string Code, string Message, string Fields) Error
        {
            get
            {
                var error = Body!.AsArray()[0]!;
                return (Status, error.RequiredString("errorCode"), error.RequiredString("message"), string.Join(',', error["fields"]?.AsArray().Select(name => (string)name!) ?? []));
            }
        }

        /// <summary>The error codes of a collection's records; the ids of those that were taken.</summary>
        public IEnumerable<string> Outcomes => Body!.AsArray().Select(result =>
            (bool)result!["success"]! ? result.RequiredString("id") : result["errors"]![0]!.RequiredString("statusCode"));

        public string Json => JsonSerializer.Serialize(Body);
    }
}
