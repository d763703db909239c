namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>A deal, as this application sees one: an opportunity in Salesforce.</summary>
internal sealed class Deal : ImportedEntity
{
    public string? Subject { get; set; }

    public string? Phase { get; set; }

    public decimal? Value { get; set; }

    public DateOnly? ExpectedOn { get; set; }

    public bool? Won { get; set; }

    /// <summary>The company's id in Salesforce.</summary>
    public string? CompanySalesforceId { get; set; }
}
