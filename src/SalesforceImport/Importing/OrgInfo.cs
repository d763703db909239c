using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Importing;

/// <summary>What is known of the org.</summary>
internal sealed class OrgInfo(ImporterServices services) : IOrgInfo
{
    public long CallsSent => services.CallsSent;

    public async Task<OrgUsage?> GetUsageNowAsync(CancellationToken cancellationToken = default)
    {
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var meter = services.CreateMeter(ceiling: null, run: null);
        var connection = await services.Org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
        await services.KnowAsync(connection.OrgId, cancellationToken).ConfigureAwait(false);
        var limits = await services.Org.GetLimitsAsync(meter, cancellationToken).ConfigureAwait(false);
        await meter.FlushAsync(cancellationToken).ConfigureAwait(false);
        return limits?.DailyApiRequests ?? services.Org.LastUsage;
    }

    public async Task<IReadOnlyList<CampaignInfo>> ListCampaignsAsync(bool includeInactive = false, CancellationToken cancellationToken = default)
    {
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var meter = services.CreateMeter(ceiling: null, run: null);
        var connection = await services.Org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
        await services.KnowAsync(connection.OrgId, cancellationToken).ConfigureAwait(false);
        var campaigns = await new CampaignReader(services.Org, meter).ListAsync(includeInactive, cancellationToken).ConfigureAwait(false);
        await meter.FlushAsync(cancellationToken).ConfigureAwait(false);
        return campaigns;
    }

    public async Task<ApiUsageReport> GetUsageOfLastSevenDaysAsync(CancellationToken cancellationToken = default)
    {
        await services.Journal.PrepareAsync(cancellationToken).ConfigureAwait(false);
        if (!services.KnowsOrg)
        {
            // The token tells which org it is; signing in is not a counted call.
            using var meter = services.CreateMeter(ceiling: null, run: null);
            var connection = await services.Org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
            await services.KnowAsync(connection.OrgId, cancellationToken).ConfigureAwait(false);
        }

        var now = services.Time.GetUtcNow();
        var hours = await services.Journal.ReadUsageAsync(services.OrgKey, ApiUsageReport.FirstHour(now), now, cancellationToken).ConfigureAwait(false);
        return ApiUsageReport.Create(hours, now);
    }
}
