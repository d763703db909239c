namespace SalesforceImport.Selectors;

/// <summary>
/// What the parts of a selector come to, with nothing in it twice: conditions on one object are joined by OR, and what is
/// a part of something else is left out.
/// </summary>
internal sealed class SelectionOutline
{
    private readonly Dictionary<string, RecordCondition?> _objects = [];

    private SelectionOutline(IReadOnlyList<SelectorPart> parts)
    {
        Parts = parts;
        foreach (var part in parts.OfType<ObjectPart>())
        {
            _objects[part.SObject] = !_objects.TryGetValue(part.SObject, out var known) || known == part.Where ? part.Where
                : known is null || part.Where is null ? null
                : known | part.Where;
        }

        Campaigns = [.. parts.OfType<CampaignPart>().Select(part => part.Campaign).Distinct()];
        Opportunities = parts.OfType<OpportunitiesPart>().Aggregate((OpportunitiesPart?)null, (known, part) => new(part.All || known is { All: true }));
        Tasks = parts.OfType<TasksPart>().Aggregate((TasksPart?)null, (known, part) => new(part.Events || known is { Events: true }));
        Accounts = parts.OfType<AccountsPart>().Any();
    }

    public IReadOnlyList<SelectorPart> Parts { get; }

    public IReadOnlyList<SalesforceId> Campaigns { get; }

    /// <summary>Whether the accounts of the imported contacts are asked for.</summary>
    public bool Accounts { get; }

    public OpportunitiesPart? Opportunities { get; }

    public TasksPart? Tasks { get; }

    public static SelectionOutline Of(RecordSelector selector) => new(selector.Parts);

    /// <summary>Whether an object is read by itself, and which of its records; null for all.</summary>
    public bool Reads(string sObject, out RecordCondition? where) => _objects.TryGetValue(sObject, out where);
}
