namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>A company, as this application sees one: an account in Salesforce.</summary>
internal sealed class Company : ImportedEntity
{
    public string? LegalName { get; set; }

    public string? Branch { get; set; }

    public string? Homepage { get; set; }

    public string? Town { get; set; }

    public long? Employees { get; set; }

    public decimal? Turnover { get; set; }
}
