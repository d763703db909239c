using SalesforceImport.Budgeting;

namespace SalesforceImport;

/// <summary>What is known of the org. Thread-safe.</summary>
public interface IOrgInfo
{
    /// <summary>
    /// API calls that this importer has sent since it was made, for planning and for runs, whatever came of them: what an
    /// operation cost that ended in an exception.
    /// </summary>
    long CallsSent { get; }

    /// <summary>
    /// The org's API requests of the last 24 hours and its limit, asked now: one call. Without permission for
    /// <c>/limits</c>, what the last answer's header said; null when there was none.
    /// </summary>
    Task<OrgUsage?> GetUsageNowAsync(CancellationToken cancellationToken = default);

    /// <summary>The campaigns to choose from, by name: one call for every 2,000 of them.</summary>
    /// <param name="includeInactive">Whether those are listed too whose members cannot be imported. Default false.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="Salesforce.SalesforceException">The org refused, or is unavailable.</exception>
    Task<IReadOnlyList<CampaignInfo>> ListCampaignsAsync(bool includeInactive = false, CancellationToken cancellationToken = default);

    /// <summary>Our calls and the org's usage of the last seven days, from the journal: no call.</summary>
    Task<ApiUsageReport> GetUsageOfLastSevenDaysAsync(CancellationToken cancellationToken = default);
}
