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
        using var meter = services.CreateMeter(ceiling: null, run: null);
        var connection = await services.Org.ConnectAsync(meter, cancellationToken).ConfigureAwait(false);
        await services.KnowAsync(connection.OrgId, cancellationToken).ConfigureAwait(false);
        var findings = new List<ImportFinding>();
        var limits = await services.Org.GetLimitsAsync(meter, cancellationToken).ConfigureAwait(false);
        if (limits is null)
        {
            findings.Add(new("LimitsNotVisible", "The signed-in user may not read the org's limits (View Setup and Configuration): the budget goes by what the org's answers say of API requests."));
        }

        var descriptions = new Dictionary<string, SObjectDescription>(StringComparer.OrdinalIgnoreCase);
        var selected = selector.Objects;
        foreach (var sObject in ObjectsToDescribe(selected))
        {
            descriptions[sObject] = await services.Org.DescribeAsync(sObject, meter, cancellationToken).ConfigureAwait(false);
        }

        var kind = new PlannedKind(RecordKind.Contact, KindProperties.Of([options.LeadFields, options.ContactFields], descriptions));
        var chooser = new TransportChooser(options, limits, connection.ApiVersion);
        var steps = new List<ImportStep>();
        foreach (var part in selected)
        {
            var (step, found) = await StepAsync(part, descriptions[part.SObject], kind, meter, cancellationToken).ConfigureAwait(false);
            var (chosen, finding) = chooser.Choose(step);
            steps.Add(chosen);
            findings.AddRange(finding is null ? found : [.. found, finding]);
        }

        long expected = steps.Sum(step => step.ExpectedCalls);
        long ceiling = options.CallCeiling ?? TransportCosts.Ceiling([.. steps.Select(step => step.Costs.Single(cost => cost.Transport == step.Transport))]);
        var usage = services.Org.LastUsage ?? limits?.DailyApiRequests;
        var now = services.Time.GetUtcNow();
        await meter.FlushAsync(cancellationToken).ConfigureAwait(false);
        return new ImportPlan
        {
            OrgId = connection.OrgId,
            ApiVersion = connection.ApiVersion,
            Selector = selector,
            Steps = steps,
            Kinds = [kind],
            Matching = new MatchingRules(options.MatchByEmail, options.MatchAcrossOrgs, options.IncludeConvertedLeads),
            Prefer = options.Prefer,
            Bulk = chooser.Bulk,
            PlanningCalls = meter.Used,
            ExpectedCalls = expected,
            Ceiling = ceiling,
            Budget = await JudgeAsync(steps, expected, ceiling, meter.Used, usage, now, cancellationToken).ConfigureAwait(false),
            Findings = findings,
            ListName = ListNames.For(selector, now),
            CreatedAt = now,
        };
    }

    private async Task<ApiBudgetVerdict> JudgeAsync(
        List<ImportStep> steps, long expected, long ceiling, long planningCalls, OrgUsage? usage, DateTimeOffset now, CancellationToken cancellationToken) =>
        ApiBudgetCalculator.Judge(new ApiBudgetInput
        {
            Records = steps.ToDictionary(step => step.Object, step => step.Count),
            ExpectedCalls = expected,
            Ceiling = Math.Max(ceiling, expected),
            PlanningCalls = planningCalls,
            OrgUsage = usage,
            DailyCallCap = services.Options.DailyCallCap,
            OwnCalls = await services.Journal.CountCallsAsync(services.OrgKey, now - CallMeter.Window, cancellationToken).ConfigureAwait(false),
            Reserve = services.Options.Reserve,
            Now = now,
        });

    private async Task<(ImportStep Step, IReadOnlyList<ImportFinding> Findings)> StepAsync(
        SelectedObject part, SObjectDescription description, PlannedKind kind, ICallMeter meter, CancellationToken cancellationToken)
    {
        var types = kind.Properties.ToDictionary(property => property.Name, property => property.Type, StringComparer.OrdinalIgnoreCase);
        var (fields, findings) = StepFields.For(description, services.Options.FieldsOf(part.SObject), mapping => types[mapping.Property]);
        string? where = part.Where is { } condition ? SoqlCondition.Render(condition, description) : null;
        var count = await new RecordCounter(services.Org, meter).CountAsync(description, where, cancellationToken).ConfigureAwait(false);
        long expected = CallEstimate.ForRest(count.Records);
        return (
            new ImportStep
            {
                Object = part.SObject,
                Kind = kind.Kind,
                Where = where,
                Fields = fields,
                Count = count.Records,
                CountKind = count.Kind,
                WithoutEmail = count.WithoutEmail,
                Transport = ImportTransport.Rest,
                ExpectedCalls = expected,
                Ceiling = CallCeiling.For(expected),
            },
            [.. findings, .. CountFindings.For(part.SObject, count)]);
    }

    /// <summary>The selected objects, and those that fill the same rows with properties whose type only the org knows.</summary>
    private IEnumerable<string> ObjectsToDescribe(IReadOnlyList<SelectedObject> selected) =>
        selected.Select(part => part.SObject).Union(
            new[] { services.Options.LeadFields, services.Options.ContactFields }
                .Where(map => map.Mappings.Any(mapping => mapping.Type is null))
                .Select(map => map.Object),
            StringComparer.OrdinalIgnoreCase);
}
