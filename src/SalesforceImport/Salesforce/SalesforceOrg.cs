using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Bulk;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.SignIn;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce;

/// <summary>
/// One org over its REST API. Keeps the session, the version agreed on and the org's id; every method signs in when need
/// be, and charges the meter it is given for every attempt. Thread-safe.
/// </summary>
internal sealed class SalesforceOrg
{
    private readonly ServerClock _clock;
    private readonly SessionSource _sessions;
    private readonly ApiVersions _versions;
    private readonly OrgTransport _transport;
    private readonly JsonAnswers _answers;
    private readonly ILogger _logger;
    private OrgIdentity? _identity;

    /// <exception cref="SalesforceException">The sign-in address is none, or not a safe one.</exception>
    public SalesforceOrg(
        SalesforceOrgSettings settings,
        SalesforceCredentials credentials,
        IHttpClientFactory clients,
        string clientName,
        TimeProvider timeProvider,
        ILogger logger)
    {
        SecureUrl.Check(settings.LoginUrl, settings, "LoginUrl");
        _logger = logger;
        _clock = new ServerClock(timeProvider);
        var exchange = new HttpExchange(clients, clientName, settings, timeProvider, _clock);
        var retries = RetryPipeline.Create(settings, timeProvider, logger);
        _sessions = new SessionSource(credentials, new TokenEndpoint(exchange, retries), settings, logger);
        _versions = new ApiVersions(exchange, retries, logger);
        _transport = new OrgTransport(exchange, _sessions, retries, logger);
        _answers = new JsonAnswers(_transport);
        Bulk = new BulkQueries(_transport, _answers, VersionAsync, _clock, timeProvider, logger);
    }

    /// <summary>What the org last said of its API requests; null until it did.</summary>
    public OrgUsage? LastUsage => _transport.LastUsage;

    /// <summary>Queries by Bulk API 2.0.</summary>
    public BulkQueries Bulk { get; }

    /// <summary>Signs in where need be, agrees on a version, and learns the org's id and clock.</summary>
    public async Task<OrgConnection> ConnectAsync(ICallMeter meter, CancellationToken cancellationToken)
    {
        var session = await _sessions.GetAsync(cancellationToken).ConfigureAwait(false);
        string version = await _versions.GetAsync(session.InstanceUrl, cancellationToken).ConfigureAwait(false);
        var org = session.OrgId ?? _identity?.Id ?? await AskOrgIdAsync(version, meter, cancellationToken).ConfigureAwait(false);
        _identity ??= new OrgIdentity(org);
        if (!_clock.IsKnown)
        {
            await _versions.AskAsync(session.InstanceUrl, cancellationToken).ConfigureAwait(false);
        }

        return new OrgConnection(org, session.InstanceUrl, version, _clock.Now);
    }

    /// <summary>What the org tells of one object, and of the fields that this user sees.</summary>
    /// <exception cref="SObjectNotFoundException">The object does not exist, or this user may not see it.</exception>
    public async Task<SObjectDescription> DescribeAsync(string sObject, ICallMeter meter, CancellationToken cancellationToken)
    {
        string version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        var request = Request(
            version, $"sobjects/{Uri.EscapeDataString(sObject)}/describe", ApiCallKind.Describe, $"the description of {sObject}");
        try
        {
            return await _transport.SendAsync(
                request,
                meter,
                async (body, token) =>
                {
                    var sink = new DescribeSink(sObject);
                    using var tokens = new JsonTokenStream(body, sink);
                    await tokens.RunAsync(token).ConfigureAwait(false);
                    return JsonAnswers.Parsed(body, request.What, sink.Result);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (SalesforceException failure) when (failure.HttpStatus == HttpStatusCode.NotFound && failure is not OrgUnavailableException)
        {
            throw new SObjectNotFoundException(
                $"The object '{sObject}' does not exist in this org, or the user may not see it. Check its API name, and the user's permissions.",
                failure.ErrorCode,
                failure.HttpStatus);
        }
    }

    /// <summary>The org's limits; null when the user lacks the permission to see them ('View Setup and Configuration').</summary>
    public async Task<OrgLimits?> GetLimitsAsync(ICallMeter meter, CancellationToken cancellationToken)
    {
        string version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _answers.ReadAsync(Request(version, "limits", ApiCallKind.Limits, "the org's limits"), meter, LimitsAnswer.Parse, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (SalesforceException failure) when (IsMissingPermission(failure))
        {
            return null;
        }
    }

    /// <summary>The numbers of an aggregate query's one row, in the order selected; the total for <c>SELECT COUNT()</c>.</summary>
    /// <param name="soql">The query.</param>
    /// <param name="includeDeleted">Whether deleted and archived records are counted too (<c>queryAll</c>).</param>
    /// <param name="meter">Is charged.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<long>> AggregateAsync(string soql, bool includeDeleted, ICallMeter meter, CancellationToken cancellationToken)
    {
        const string What = "counting";
        string version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        return await _answers.ReadAsync(
            new OrgRequest { Target = QueryTarget.Of(version, soql, includeDeleted ? "queryAll" : "query", What), Kind = ApiCallKind.Count, What = What, ApiVersion = version },
            meter,
            body => AggregateAnswer.Parse(body, soql),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The org's cached number of an object's records: an estimate, for when counting takes too long.</summary>
    /// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_record_count.htm">Record Count</seealso>
    public async Task<long> GetRecordCountAsync(string sObject, ICallMeter meter, CancellationToken cancellationToken)
    {
        string version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        return await _answers.ReadAsync(
            Request(version, $"limits/recordCount?sObjects={Uri.EscapeDataString(sObject)}", ApiCallKind.Count, $"the record count of {sObject}"),
            meter,
            static body =>
            {
                using var document = JsonDocument.Parse(body);
                var counts = document.RootElement.GetProperty("sObjects");
                return counts.GetArrayLength() == 1 ? counts[0].GetProperty("count").GetInt64() : throw new JsonException("No count.");
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The records of an object that were deleted in a stretch of the org's time, merged ones and those past the recycle bin included: one call.</summary>
    /// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getdeleted.htm">sObject Get Deleted</seealso>
    public async Task<DeletedAnswer> GetDeletedAsync(
        string sObject, DateTimeOffset from, DateTimeOffset until, ICallMeter meter, CancellationToken cancellationToken)
    {
        string version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        string range = $"start={Uri.EscapeDataString(Text(from))}&end={Uri.EscapeDataString(Text(until))}";
        return await _answers.ReadAsync(
            Request(version, $"sobjects/{Uri.EscapeDataString(sObject)}/deleted/?{range}", ApiCallKind.Query, $"the deleted records of {sObject}"),
            meter,
            DeletedAnswer.Parse,
            cancellationToken).ConfigureAwait(false);

        static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The query's records, in batches, the last of which says so. Whole records read before a failure are handed out before
    /// it is thrown.
    /// </summary>
    /// <exception cref="QueryInterruptedException">The query broke off; ask anew behind the last id.</exception>
    public async IAsyncEnumerable<RecordBatch> QueryAsync(
        QueryRequest request, ICallMeter meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string version = await VersionAsync(cancellationToken).ConfigureAwait(false);
        using var reader = new QueryReader(request, version, _transport, meter, _logger);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { } batch)
        {
            yield return batch;
        }
    }

    private static OrgRequest Request(string version, string path, ApiCallKind kind, string what) =>
        new() { Target = $"/services/data/v{version}/{path}", Kind = kind, What = what, ApiVersion = version };

    private static bool IsMissingPermission(SalesforceException failure) =>
        failure.HttpStatus is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        && failure is not (OrgCallLimitException or OrgUnavailableException)
        && failure.ErrorCode is not ("REQUEST_LIMIT_EXCEEDED" or "API_DISABLED_FOR_ORG" or "API_CURRENTLY_DISABLED");

    private async ValueTask<string> VersionAsync(CancellationToken cancellationToken)
    {
        var session = await _sessions.GetAsync(cancellationToken).ConfigureAwait(false);
        return await _versions.GetAsync(session.InstanceUrl, cancellationToken).ConfigureAwait(false);
    }

    private Task<SalesforceId> AskOrgIdAsync(string version, ICallMeter meter, CancellationToken cancellationToken) => _answers.ReadAsync(
        new OrgRequest
        {
            Target = QueryTarget.Of(version, "SELECT Id FROM Organization", "query", "the org's id"),
            Kind = ApiCallKind.Other,
            What = "the org's id",
            ApiVersion = version,
        },
        meter,
        static body =>
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("records", out var records)
                && records.ValueKind == JsonValueKind.Array
                && records.GetArrayLength() == 1
                && records[0].TryGetProperty("Id", out var id)
                && SalesforceId.TryParse(id.GetString(), out var org)
                    ? org
                    : throw new JsonException("No id.");
        },
        cancellationToken);

    private sealed record OrgIdentity(SalesforceId Id);
}
