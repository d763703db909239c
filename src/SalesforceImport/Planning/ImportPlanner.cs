using System.Globalization;
using SalesforceImport.Budgeting;
using SalesforceImport.Importing;
using SalesforceImport.Matching;
using SalesforceImport.Salesforce;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>Makes plans: asks the org for its limits, describes and counts each object, and judges the budget.</summary>
internal sealed class ImportPlanner(ImporterServices services)
{
    /// <param name="selector">What to import.</param>
    /// <param name="findBase">For an import of changes, finds the newest completed run of the same selector on an org; null to read everything.</param>
    /// <param name="cancellationToken">Stops planning.</param>
    public async Task<ImportPlan> PlanAsync(
        RecordSelector selector, Func<SalesforceId, Task<(string Run, ImportPlan Plan)?>>? findBase, CancellationToken cancellationToken)
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

        var goesOn = findBase is null ? null : await BaseAsync(findBase, connection, findings).ConfigureAwait(false);
        var draft = new PlanDraft(services, connection, limits, meter) { ChangesOnly = findBase is not null, Window = goesOn?.Window };
        draft.Findings.AddRange(findings);
        await new StepPlanner(draft).PlanAsync(outline, cancellationToken).ConfigureAwait(false);
        if (goesOn is { } known && !KindsMatch(known.Plan, draft))
        {
            // What a new mapping fills is in records that have not changed.
            draft = new PlanDraft(services, connection, limits, meter) { ChangesOnly = true };
            findings.Add(new("EverythingRead", $"Everything is read, and not only what has changed: what is mapped is not what run {known.Run} mapped."));
            draft.Findings.AddRange(findings);
            await new StepPlanner(draft).PlanAsync(outline, cancellationToken).ConfigureAwait(false);
            goesOn = null;
        }

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
            ChangesSince = goesOn?.Window.From,
            BaseRun = goesOn?.Run,
            AsOf = goesOn?.Window.Until ?? connection.ServerTime,
            WhenGone = options.WhenGone,
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

    /// <summary>The run that an import of changes goes on from; null, and a finding, where there is none.</summary>
    private async Task<ChangeBase?> BaseAsync(
        Func<SalesforceId, Task<(string Run, ImportPlan Plan)?>> findBase, OrgConnection connection, List<ImportFinding> findings)
    {
        var newest = await findBase(connection.OrgId).ConfigureAwait(false);
        string? obstacle = newest is not { Plan.AsOf: { } asOf } found ? "no import of the same selection has been completed yet"
            : connection.ServerTime - asOf > ChangeWindow.LongestGap ? string.Create(
                CultureInfo.InvariantCulture, $"the last import of it was on {asOf:yyyy-MM-dd}, and the org remembers what was deleted for {ChangeWindow.LongestGap.Days} days")
            : null;
        if (obstacle is not null)
        {
            findings.Add(new("EverythingRead", $"Everything is read, and not only what has changed: {obstacle}."));
            return null;
        }

        var (run, plan) = newest!.Value;
        return new(run, plan, ChangeWindow.Behind(plan.AsOf!.Value, connection.ServerTime, services.Options.ChangeLag));
    }

    private static bool KindsMatch(ImportPlan before, PlanDraft now) => now.Kinds.All(kind =>
        before.Kinds.FirstOrDefault(known => known.Kind == kind.Kind) is { } known && known.Properties.SequenceEqual(kind.Properties));

    private sealed record ChangeBase(string Run, ImportPlan Plan, ChangeWindow Window);

    /// <summary>The records of each object, all its steps together.</summary>
    internal static Dictionary<string, long> RecordsOf(IReadOnlyList<ImportStep> steps) =>
        steps.GroupBy(step => step.Object).ToDictionary(ofObject => ofObject.Key, ofObject => ofObject.Sum(step => step.Count));
}
