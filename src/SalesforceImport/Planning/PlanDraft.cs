using SalesforceImport.Budgeting;
using SalesforceImport.Importing;
using SalesforceImport.Salesforce;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>A plan in the making: what has been asked of the org so far, and the steps that came of it. Not thread-safe.</summary>
internal sealed class PlanDraft(ImporterServices services, OrgConnection connection, OrgLimits? limits, ICallMeter meter)
{
    private const int IdsAtOnce = 10_000;

    private readonly Dictionary<string, SObjectDescription?> _descriptions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<RecordKind, PlannedKind> _kinds = [];
    private readonly TransportChooser _chooser = new(services.Options, limits, connection.ApiVersion);

    public SalesforceOrg Org => services.Org;

    public ICallMeter Meter => meter;

    public List<ImportStep> Steps { get; } = [];

    public List<ImportFinding> Findings { get; } = [];

    /// <summary>The names of the campaigns whose members are planned.</summary>
    public List<string> CampaignNames { get; } = [];

    /// <summary>The changes to read; null where everything is read.</summary>
    public ChangeWindow? Window { get; init; }

    /// <summary>Whether changes were asked for, if only some can be read by their time.</summary>
    public bool ChangesOnly { get; init; }

    /// <summary>Whether records are looked for that are gone.</summary>
    public bool LooksForGone => ChangesOnly && services.Options.WhenGone != GoneRule.Keep;

    public IReadOnlyList<PlannedKind> Kinds => [.. _kinds.Values.OrderBy(kind => kind.Kind)];

    public BulkBudget? Bulk => _chooser.Bulk;

    public async Task<SObjectDescription> DescribeAsync(string sObject, CancellationToken cancellationToken) =>
        _descriptions.GetValueOrDefault(sObject) is { } known ? known
            : (_descriptions[sObject] = await services.Org.DescribeAsync(sObject, meter, cancellationToken).ConfigureAwait(false))!;

    /// <summary>What the org tells of an object that it need not have; null when it has not, or the user may not see it.</summary>
    public async Task<SObjectDescription?> TryDescribeAsync(string sObject, CancellationToken cancellationToken)
    {
        if (_descriptions.TryGetValue(sObject, out var known))
        {
            return known;
        }

        try
        {
            return await DescribeAsync(sObject, cancellationToken).ConfigureAwait(false);
        }
        catch (SObjectNotFoundException)
        {
            return _descriptions[sObject] = null;
        }
    }

    /// <summary>The properties of a kind of row; describes what fills them with a type that only the org knows.</summary>
    public async Task<PlannedKind> KindAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        if (_kinds.TryGetValue(kind, out var known))
        {
            return known;
        }

        var maps = services.Options.MapsOf(kind);
        foreach (var map in maps.Where(map => map.Mappings.Any(mapping => mapping.Type is null)))
        {
            await TryDescribeAsync(map.Object, cancellationToken).ConfigureAwait(false);
        }

        var descriptions = _descriptions.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.OrdinalIgnoreCase);
        return _kinds[kind] = new(kind, KindProperties.Of(maps, descriptions, services.Options.WhenGone == GoneRule.Mark));
    }

    /// <summary>The mapped fields of an object.</summary>
    public async Task<IReadOnlyList<StepField>> FieldsAsync(RecordKind kind, SObjectDescription description, CancellationToken cancellationToken)
    {
        var types = (await KindAsync(kind, cancellationToken).ConfigureAwait(false)).Properties
            .ToDictionary(property => property.Name, property => property.Type, StringComparer.OrdinalIgnoreCase);
        var (fields, findings) = StepFields.For(description, services.Options.FieldsOf(description.Name), mapping => types[mapping.Property]);
        Findings.AddRange(findings);
        Findings.AddRange(Window is null ? [] : UnseenChanges.Of(description, fields));
        return fields;
    }

    /// <summary>Counts what a step will read, tells what is uncertain about it, and adds the step by the way that suits it.</summary>
    public async Task AddAsync(ImportStep step, SObjectDescription description, CancellationToken cancellationToken)
    {
        var counter = new RecordCounter(services.Org, meter) { IncludeArchived = step.IncludeArchived };
        if (step.Ids is { } ids)
        {
            // Nothing is asked about nothing.
            string? filter = ids.Field == "Id" ? step.Where : $"{(step.Where is { } where ? $"({where}) AND " : string.Empty)}{ids.Field} != null";
            var all = ids.Count == 0 ? new(0, CountKind.Exact, null) : await counter.CountAsync(description, filter, cancellationToken).ConfigureAwait(false);
            long most = ids.Field == "Id" ? Math.Min(ids.Count, all.Records) : all.Records;
            step = step with { OfObject = all.Records, Count = most, CountKind = most == 0 ? CountKind.Exact : CountKind.UpperBound };
        }
        else
        {
            var count = await counter.CountAsync(description, step.Where, cancellationToken).ConfigureAwait(false);
            Findings.AddRange(CountFindings.For(step.Object, count));
            step = step with { Count = count.Records, CountKind = count.Kind, WithoutEmail = count.WithoutEmail };
        }

        AddChosen(step);
    }

    /// <summary>Adds a step whose count is known, by the way that suits it.</summary>
    public void AddChosen(ImportStep step)
    {
        var (chosen, finding) = _chooser.Choose(step);
        Steps.Add(chosen);
        Findings.AddRange(finding is null ? [] : [finding]);
    }

    /// <summary>How many records changed in the window, deleted ones included: one call.</summary>
    public async Task<long> CountChangedAsync(string sObject, CancellationToken cancellationToken) =>
        (await services.Org.AggregateAsync($"SELECT COUNT(Id) FROM {sObject} WHERE {Window!.Soql}", includeDeleted: true, meter, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Adds a step whose cost is known and whose transport is not for choosing.</summary>
    public void AddFixed(ImportStep step, long calls)
    {
        var cost = new TransportCost
        {
            Transport = ImportTransport.Rest,
            Reading = step.Reading,
            Calls = calls,
            Ceiling = CallCeiling.For(calls),
            Time = TimeSpan.FromSeconds(calls),
        };
        Steps.Add(step with { Transport = ImportTransport.Rest, ExpectedCalls = calls, Ceiling = cost.Ceiling, Costs = [cost] });
    }

    /// <summary>The ids of an object's records that feed rows of the store now, or will by the steps so far.</summary>
    public async Task<long> CountSyncedAsync(string sObject, CancellationToken cancellationToken)
    {
        long stored = await CountAsync(
            (after, take) => services.Store.ListSyncedIdsAsync(connection.OrgId, sObject, after, take, cancellationToken)).ConfigureAwait(false);
        return stored + Planned(step => step.Object == sObject && step.Links is null);
    }

    /// <summary>The ids that rows of the store name now in a property, or may by the steps so far.</summary>
    public async Task<long> CountReferencesAsync(RecordKind kind, string property, string namedBy, CancellationToken cancellationToken)
    {
        long stored = await CountAsync(
            (after, take) => services.Store.ListReferencesAsync(connection.OrgId, kind, property, after, take, cancellationToken)).ConfigureAwait(false);
        return stored + Planned(step => step.Object == namedBy && step.Links is null);
    }

    /// <summary>The records that the steps so far may bring.</summary>
    public long Planned(Func<ImportStep, bool> which) => Steps.Where(which).Sum(step => step.Count);

    /// <exception cref="SelectorRefusedException">A sync option is off.</exception>
    public static void CheckSettings(SelectionOutline outline, SalesforceImportOptions options)
    {
        foreach (string setting in outline.Parts.Select(part => part.Setting).OfType<string>().Distinct())
        {
            if (!options.Allows(setting))
            {
                throw new SelectorRefusedException(
                    $"{nameof(SalesforceImportOptions)}.{setting} is off, and the selection needs it. Set it to true to import them, or select something else.");
            }
        }
    }

    private static async Task<long> CountAsync(Func<SalesforceId, int, Task<IReadOnlyList<SalesforceId>>> page)
    {
        long count = 0;
        SalesforceId after = default;
        IReadOnlyList<SalesforceId> ids;
        do
        {
            ids = await page(after, IdsAtOnce).ConfigureAwait(false);
            count += ids.Count;
            after = ids.Count > 0 ? ids[^1] : after;
        }
        while (ids.Count == IdsAtOnce);
        return count;
    }
}
