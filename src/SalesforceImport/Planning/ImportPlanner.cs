using SalesforceImport.Budgeting;
using SalesforceImport.Importing;
using SalesforceImport.Matching;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>Makes plans: asks the org for its limits, describes and counts each object, and judges the budget.</summary>
internal sealed class ImportPlanner(ImporterServices services)
{
    public async Task<ImportPlan> PlanAsync(RecordSelector selector, CancellationToken cancellationToken)
    {
        var options = services.Options;
        var outline = SelectionOutline.Of(selector);
        using var meter = services.CreateMeter(ceiling: null, run: null);
        var connection = await services.Org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
        await services.KnowAsync(connection.OrgId, cancellationToken).ConfigureAwait(false);
        var findings = new List<ImportFinding>();
        var limits = await services.Org.GetLimitsAsync(meter, cancellationToken).ConfigureAwait(false);
        if (limits is null)
        {
            findings.Add(new("LimitsNotVisible", "The signed-in user may not read the org's limits (View Setup and Configuration): the budget goes by what the org's answers say of API requests."));
        }

        var draft = new PlanDraft(services, connection, limits, meter);
        draft.Findings.AddRange(findings);
        await new StepPlanner(draft).PlanAsync(outline, cancellationToken).ConfigureAwait(false);
        var steps = draft.Steps;
        long expected = steps.Sum(step => step.ExpectedCalls);
        long ceiling = options.CallCeiling ?? TransportCosts.Ceiling([.. steps.Select(TransportCosts.Chosen)]);
        var usage = services.Org.LastUsage ?? limits?.DailyApiRequests;
        var now = services.Time.GetUtcNow();
        await meter.FlushAsync(cancellationToken).ConfigureAwait(false);
        return new ImportPlan
        {
            OrgId = connection.OrgId,
            ApiVersion = connection.ApiVersion,
            Selector = selector,
            Steps = steps,
            Kinds = draft.Kinds,
            Matching = new MatchingRules(options.MatchByEmail, options.MatchAcrossOrgs, options.IncludeConvertedLeads),
            Prefer = options.Prefer,
            Bulk = draft.Bulk,
            PlanningCalls = meter.Used,
            ExpectedCalls = expected,
            Ceiling = ceiling,
            Budget = await JudgeAsync(steps, expected, ceiling, meter.Used, usage, now, cancellationToken).ConfigureAwait(false),
            Findings = draft.Findings,
            ListName = ListNames.For(selector, draft.CampaignNames, now),
            CreatedAt = now,
        };
    }

    private async Task<ApiBudgetVerdict> JudgeAsync(
        List<ImportStep> steps, long expected, long ceiling, long planningCalls, OrgUsage? usage, DateTimeOffset now, CancellationToken cancellationToken) =>
        ApiBudgetCalculator.Judge(new ApiBudgetInput
        {
            Records = RecordsOf(steps),
            ExpectedCalls = expected,
            Ceiling = Math.Max(ceiling, expected),
            PlanningCalls = planningCalls,
            OrgUsage = usage,
            DailyCallCap = services.Options.DailyCallCap,
            OwnCalls = await services.Journal.CountCallsAsync(services.OrgKey, now - CallMeter.Window, cancellationToken).ConfigureAwait(false),
            Reserve = services.Options.Reserve,
            Now = now,
        });

    /// <summary>The records of each object, all its steps together.</summary>
    internal static Dictionary<string, long> RecordsOf(IReadOnlyList<ImportStep> steps) =>
        steps.GroupBy(step => step.Object).ToDictionary(ofObject => ofObject.Key, ofObject => ofObject.Sum(step => step.Count));
}
