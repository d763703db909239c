using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>A tie between two records, by their ids in Salesforce: it holds whichever of the two comes in first.</summary>
internal sealed class ImportLink
{
    public required string Org { get; set; }

    public LinkKind Kind { get; set; }

    public required string From { get; set; }

    public required string To { get; set; }

    public string? Record { get; set; }

    public string? Role { get; set; }

    public bool IsPrimary { get; set; }

    public bool HasResponded { get; set; }

    public DateOnly? RespondedOn { get; set; }

    public LinkKey Key => new(Kind, SalesforceId.Parse(From), SalesforceId.Parse(To));

    public void Set(StoredLink link)
    {
        Record = link.Record?.ToString();
        Role = link.Role;
        IsPrimary = link.IsPrimary;
        HasResponded = link.HasResponded;
        RespondedOn = link.RespondedOn;
    }

    public StoredLink Read() => new()
    {
        Key = Key,
        Record = Record is { } id ? SalesforceId.Parse(id) : null,
        Role = Role,
        IsPrimary = IsPrimary,
        HasResponded = HasResponded,
        RespondedOn = RespondedOn,
    };
}
