namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>Something to do or done: a task or event in Salesforce.</summary>
internal sealed class Activity : ImportedEntity
{
    public string? Subject { get; set; }

    public string? Progress { get; set; }

    public DateOnly? DueOn { get; set; }

    public bool? Done { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}
