using System.Globalization;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Planning;

/// <summary>
/// Chooses how each step of a plan is read: as the host says, else by what it prefers to save, among the transports that
/// the object, the length of the query and the org's allowances for jobs leave. One instance makes one plan. Not thread-safe.
/// </summary>
internal sealed class TransportChooser(SalesforceImportOptions options, OrgLimits? limits, string apiVersion)
{
    private long _jobs;
    private long _megabytes;

    /// <summary>What the steps so far take of the org's allowances; null when none is read by Bulk.</summary>
    public BulkBudget? Bulk => _jobs == 0
        ? null
        : new(_jobs, limits?.DailyBulkV2QueryJobs?.Remaining, _megabytes, limits?.DailyBulkV2QueryFileStorageMB?.Remaining);

    /// <summary>The step with its transport and costs, and what is to be said of the choice.</summary>
    public (ImportStep Step, ImportFinding? Finding) Choose(ImportStep step)
    {
        var rest = TransportCosts.Rest(step.Count) with { Forbidden = RestObstacle(step) };
        var bulk = TransportCosts.Bulk(step.Count, step.Fields.Count, options.Prefer);
        bulk = bulk with { Forbidden = BulkObstacle(step, bulk) };
        var wanted = Wanted(step.Object, rest, bulk);
        var other = wanted == bulk ? rest : bulk;
        bool turned = wanted.Forbidden is not null && other.Forbidden is null;
        var chosen = turned ? other : wanted;
        if (chosen == bulk)
        {
            _jobs++;
            _megabytes += bulk.Megabytes;
        }

        return (
            step with { Transport = chosen.Transport, ExpectedCalls = chosen.Calls, Ceiling = chosen.Ceiling, Costs = [rest, bulk] },
            turned ? new($"{wanted.Transport}NotPossible", $"{step.Object} is read by {Name(chosen)}: {wanted.Forbidden}") : null);
    }

    private static string Name(TransportCost cost) => cost.Transport == ImportTransport.Bulk ? "Bulk" : "REST";

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private TransportCost Wanted(string sObject, TransportCost rest, TransportCost bulk)
    {
        var asked = options.TransportOf.TryGetValue(sObject, out var ofObject) ? ofObject : options.Transport;
        if (asked is { } transport)
        {
            return transport == ImportTransport.Bulk ? bulk : rest;
        }

        // Where both cost the same, REST: it starts at once, and takes nothing of the allowance for jobs.
        bool bulkSaves = options.Prefer == TransportPreference.Fastest
            ? (bulk.Time, bulk.Calls).CompareTo((rest.Time, rest.Calls)) < 0
            : (bulk.Calls, bulk.Time).CompareTo((rest.Calls, rest.Time)) < 0;
        return bulkSaves ? bulk : rest;
    }

    private string? RestObstacle(ImportStep step)
    {
        // The longest form of the query: with both ends of a range of ids.
        var id = SalesforceId.Parse("000000000000000AAA");
        return QueryTarget.Fits(apiVersion, StepQuery.For(step, new IdRange(id, id)))
            ? null
            : Text($"its query of {step.Fields.Count:N0} fields is longer than the address of a REST request may be.");
    }

    private string? BulkObstacle(ImportStep step, TransportCost bulk)
    {
        if (!BulkObjects.Supports(step.Object))
        {
            return $"Bulk API 2.0 does not query {step.Object}.";
        }

        if (limits?.DailyBulkV2QueryJobs is { } jobs && jobs.Remaining <= _jobs)
        {
            return Text($"the org allows {jobs.Max:N0} Bulk query jobs in 24 hours, and {jobs.Remaining:N0} are left.");
        }

        return limits?.DailyBulkV2QueryFileStorageMB is { } volume && volume.Remaining - _megabytes < bulk.Megabytes
            ? Text($"its results would take about {bulk.Megabytes:N0} MB, and the org has {Math.Max(0, volume.Remaining - _megabytes):N0} MB left for Bulk results in 24 hours.")
            : null;
    }
}
