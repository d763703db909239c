using System.Globalization;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Planning;

/// <summary>
/// Chooses how each step of a plan is read: as the host says, else by what it prefers to save, among the transports that
/// the object, the length of the query and the org's allowances for jobs leave. One instance makes one plan. Not thread-safe.
/// </summary>
internal sealed class TransportChooser(SalesforceImportOptions options, OrgLimits? limits, string apiVersion)
{
    private const int MostIdsHeld = 1_000_000;

    private long _jobs;
    private long _megabytes;

    /// <summary>What the steps so far take of the org's allowances; null when none is read by Bulk.</summary>
    public BulkBudget? Bulk => _jobs == 0
        ? null
        : new(_jobs, limits?.DailyBulkV2QueryJobs?.Remaining, _megabytes, limits?.DailyBulkV2QueryFileStorageMB?.Remaining);

    /// <summary>The step with its transport and costs, and what is to be said of the choice.</summary>
    public (ImportStep Step, ImportFinding? Finding) Choose(ImportStep step)
    {
        if (step.Ids is { } ids)
        {
            return ChooseForIds(step, ids);
        }

        var rest = TransportCosts.Rest(step.Count) with { Forbidden = RestObstacle(step) };
        var bulk = TransportCosts.Bulk(step.Count, step.Fields.Count, options.Prefer);
        bulk = bulk with { Forbidden = BulkObstacle(step, bulk) };
        var wanted = Wanted(step.Object, rest, bulk);
        var other = wanted == bulk ? rest : bulk;
        bool turned = wanted.Forbidden is not null && other.Forbidden is null;
        var chosen = turned ? other : wanted;
        Take(chosen);

        return (
            step with { Transport = chosen.Transport, ExpectedCalls = chosen.Calls, Ceiling = chosen.Ceiling, Costs = [rest, bulk] },
            turned ? new($"{wanted.Transport}NotPossible", $"{step.Object} is read by {Name(chosen)}: {wanted.Forbidden}") : null);
    }

    /// <summary>The cheapest of asking by ids, in the ways that there are, and reading the whole object.</summary>
    private (ImportStep Step, ImportFinding? Finding) ChooseForIds(ImportStep step, StepIds ids)
    {
        var ways = new List<TransportCost>();
        foreach (var reading in new[] { StepReading.ById, StepReading.IdList, StepReading.LongIdList })
        {
            int perCall = StepQuery.IdsPerCall(step, reading, apiVersion);
            ways.Add(TransportCosts.ByIds(reading, ids.Count, Math.Max(1, perCall), step.Count) with { Forbidden = IdsObstacle(step, ids, reading, perCall) });
        }

        if (step.Links is null)
        {
            long all = step.OfObject ?? 0;
            var whole = step with { Reading = StepReading.Whole, Count = all };
            string? tooMany = ids.Count > MostIdsHeld ? Text($"{ids.Count:N0} ids are more than are held in memory to choose by.") : null;
            ways.Add(TransportCosts.Rest(all) with { Reading = StepReading.Whole, Forbidden = tooMany ?? RestObstacle(whole) });
            var bulk = TransportCosts.Bulk(all, step.Fields.Count, options.Prefer) with { Reading = StepReading.Whole };
            ways.Add(bulk with { Forbidden = tooMany ?? BulkObstacle(whole, bulk) });
        }

        var asked = Asked(step.Object);
        var chosen = ways
            .Where(way => way.Forbidden is null)
            .OrderBy(way => asked is null || way.Transport == asked ? 0 : 1)
            .ThenBy(way => options.Prefer == TransportPreference.Fastest ? way.Time.Ticks : way.Calls)
            .ThenBy(way => options.Prefer == TransportPreference.Fastest ? way.Calls : way.Time.Ticks)
            .First();
        Take(chosen);
        return (
            step with
            {
                Reading = chosen.Reading,
                Transport = chosen.Transport,
                Ids = ids with { PerCall = chosen.Reading == StepReading.Whole ? 0 : StepQuery.IdsPerCall(step, chosen.Reading, apiVersion) },
                ExpectedCalls = chosen.Calls,
                Ceiling = chosen.Ceiling,
                Costs = ways,
            },
            null);
    }

    private static string? IdsObstacle(ImportStep step, StepIds ids, StepReading reading, int perCall)
    {
        if (reading != StepReading.ById)
        {
            return perCall > 0 ? null : "its fields alone are longer than a query may be.";
        }

        return ids.Field != "Id" ? $"the ids are not those of {step.Object} itself."
            : step.IncludeArchived ? "archived records are not found by id alone."
            : step.Fields.FirstOrDefault(field => field.Path.Contains('.', StringComparison.Ordinal)) is { } parent ? $"{parent.Path} is a parent's field, which only a query reads."
            : null;
    }

    private void Take(TransportCost chosen)
    {
        if (chosen.Transport == ImportTransport.Bulk)
        {
            _jobs++;
            _megabytes += chosen.Megabytes;
        }
    }

    private ImportTransport? Asked(string sObject) => options.TransportOf.TryGetValue(sObject, out var ofObject) ? ofObject : options.Transport;

    private static string Name(TransportCost cost) => cost.Transport == ImportTransport.Bulk ? "Bulk" : "REST";

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private TransportCost Wanted(string sObject, TransportCost rest, TransportCost bulk)
    {
        if (Asked(sObject) is { } transport)
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
