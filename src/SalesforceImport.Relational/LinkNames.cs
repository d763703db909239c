namespace SalesforceImport.Relational;

/// <summary>What a kind of link is called in the database. The order of the names is that of the kinds.</summary>
internal static class LinkNames
{
    public static string Name(this LinkKind kind) => kind switch
    {
        LinkKind.CampaignMember => "campaign_member",
        LinkKind.OpportunityContact => "opportunity_contact",
        LinkKind.TaskContact => "task_contact",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of link."),
    };

    /// <summary>The kind of row at the other end than the contact; null where none is kept.</summary>
    public static RecordKind? FromRows(this LinkKind kind) => kind switch
    {
        LinkKind.OpportunityContact => RecordKind.Opportunity,
        LinkKind.TaskContact => RecordKind.Task,
        _ => null,
    };

    public static string Column(this LinkEnd end) => end == LinkEnd.From ? "from_id" : "to_id";

    public static LinkKind Parse(string name) => Enum.GetValues<LinkKind>().First(kind => kind.Name() == name);
}
