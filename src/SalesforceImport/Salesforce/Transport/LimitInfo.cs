using System.Globalization;
using System.Net.Http.Headers;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce.Transport;

/// <summary>Reads <c>Sforce-Limit-Info</c>, alone (<c>api-usage=25/5000</c>) or with an app's own share behind or before it.</summary>
internal static class LimitInfo
{
    public const string HeaderName = "Sforce-Limit-Info";

    private const string Key = "api-usage=";

    public static OrgUsage? From(HttpResponseHeaders headers) =>
        headers.TryGetValues(HeaderName, out var values) ? Parse(string.Join(';', values)) : null;

    internal static OrgUsage? Parse(string header)
    {
        foreach (string part in header.Split([';', ','], StringSplitOptions.TrimEntries))
        {
            if (!part.StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            string[] numbers = part[Key.Length..].Split('/', StringSplitOptions.TrimEntries);
            return numbers.Length == 2 && TryParse(numbers[0], out long used) && TryParse(numbers[1], out long limit)
                ? new OrgUsage(used, limit)
                : null;
        }

        return null;
    }

    private static bool TryParse(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
