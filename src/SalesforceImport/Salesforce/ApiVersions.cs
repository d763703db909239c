using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce;

/// <summary>Agrees with the org on an API version, once. Asking is free: it takes no token and counts against no limit. Thread-safe.</summary>
internal sealed class ApiVersions(HttpExchange exchange, ResiliencePipeline retries, ILogger logger)
{
    private const int MaxAnswer = 1024 * 1024;

    private volatile string? _version;

    /// <summary>The version to speak.</summary>
    /// <exception cref="SalesforceException">The org offers nothing recent enough, or cannot be reached.</exception>
    public async ValueTask<string> GetAsync(Uri instanceUrl, CancellationToken cancellationToken)
    {
        if ((_version ??= exchange.Settings.ApiVersion) is { } known)
        {
            return known;
        }

        var offered = await AskAsync(instanceUrl, cancellationToken).ConfigureAwait(false);
        string chosen = Choose(offered, instanceUrl);
        logger.VersionChosen(chosen, instanceUrl.Host);
        return _version = chosen;
    }

    /// <summary>The versions the org offers; empty when it does not answer the question.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(Uri instanceUrl, CancellationToken cancellationToken) => await retries
        .ExecuteAsync(async token => await AttemptAsync(instanceUrl, token).ConfigureAwait(false), cancellationToken)
        .ConfigureAwait(false);

    internal static string Choose(IReadOnlyList<string> offered, Uri instanceUrl)
    {
        if (offered.Count == 0)
        {
            return SalesforceOrgSettings.DefaultApiVersion;
        }

        decimal pinned = Number(SalesforceOrgSettings.DefaultApiVersion);
        decimal floor = Number(SalesforceOrgSettings.FloorApiVersion);
        return offered.Where(version => Number(version) >= floor && Number(version) <= pinned).MaxBy(Number)
            ?? throw new SalesforceException(
                $"'{instanceUrl.Host}' offers API versions {offered.MinBy(Number)} to {offered.MaxBy(Number)}; "
                + $"this library speaks {SalesforceOrgSettings.FloorApiVersion} to {SalesforceOrgSettings.DefaultApiVersion}.");
    }

    private async Task<IReadOnlyList<string>> AttemptAsync(Uri instanceUrl, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(instanceUrl, "/services/data"));
        using var response = await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var body = exchange.Body(response);
        return response.IsSuccessStatusCode
            ? Parse(await body.ReadWholeAsync(MaxAnswer, cancellationToken).ConfigureAwait(false))
            : [];
    }

    private static List<string> Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return [];
            }

            var versions = new List<string>();
            foreach (var entry in document.RootElement.EnumerateArray())
            {
                if (entry.ValueKind == JsonValueKind.Object
                    && entry.TryGetProperty("version", out var version)
                    && version.ValueKind == JsonValueKind.String
                    && version.GetString() is { } text
                    && Number(text) > 0)
                {
                    versions.Add(text);
                }
            }

            return versions;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static decimal Number(string version) =>
        decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : 0;
}
