using SalesforceImport.Mapping;

namespace SalesforceImport.Planning;

/// <summary>Steps whose records say which records belong together.</summary>
internal static class LinkSteps
{
    public const string OpportunityCreatedDate = "Opportunity.CreatedDate";

    /// <summary>A step over all records of such an object.</summary>
    public static ImportStep For(SObjectDescription description, LinkKind links, RecordKind kind) => new()
    {
        Object = description.Name,
        Kind = kind,
        Links = links,
        Fields = [.. FieldsOf(links).Where(field => field.Path.Contains('.', StringComparison.Ordinal) || description.Find(field.Path) is not null)],
        Count = 0,
        CountKind = CountKind.Exact,
        Transport = ImportTransport.Rest,
        ExpectedCalls = 0,
        Ceiling = 0,
    };

    private static IEnumerable<StepField> FieldsOf(LinkKind links) => links switch
    {
        LinkKind.OpportunityContact =>
        [
            Text(SystemFields.Id),
            Text("ContactId"),
            Text("OpportunityId"),
            Text("Role"),
            new("IsPrimary", PropertyType.Boolean, []),
            new(OpportunityCreatedDate, PropertyType.DateTime, []),
        ],
        LinkKind.CampaignMember =>
        [
            Text(SystemFields.Id),
            Text("CampaignId"),
            Text("ContactId"),
            Text("LeadId"),
            Text("Status"),
            new("HasResponded", PropertyType.Boolean, []),
            new("FirstRespondedDate", PropertyType.Date, []),
        ],
        _ => [Text(SystemFields.Id), Text("TaskId"), Text("RelationId")],
    };

    private static StepField Text(string path) => new(path, PropertyType.Text, []);
}
