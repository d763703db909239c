using System.Text.Json;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce;

/// <summary>Reads <c>/limits</c>: an open set of limits, some with an app's share nested in them.</summary>
internal static class LimitsAnswer
{
    /// <summary>The limits; null when the answer does not hold the one that matters.</summary>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    public static OrgLimits? Parse(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && Find(root, "DailyApiRequests") is { } requests
            ? new OrgLimits(
                new OrgUsage(requests.Max - requests.Remaining, requests.Max),
                Find(root, "DailyBulkV2QueryJobs"),
                Find(root, "DailyBulkV2QueryFileStorageMB"))
            : null;
    }

    private static OrgLimit? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out var limit)
        && limit.ValueKind == JsonValueKind.Object
        && Number(limit, "Max") is { } max
        && Number(limit, "Remaining") is { } remaining
            ? new OrgLimit(max, remaining)
            : null;

    private static long? Number(JsonElement limit, string name) =>
        limit.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number)
            ? (long)number
            : null;
}
