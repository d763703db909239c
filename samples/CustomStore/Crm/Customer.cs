namespace SalesforceImport.Samples.CustomStore.Crm;

/// <summary>A person, as this application sees one.</summary>
internal sealed class Customer : ImportedEntity
{
    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? EmailAddress { get; set; }

    public string? Position { get; set; }

    public string? Employer { get; set; }

    public string? Telephone { get; set; }

    public string? Town { get; set; }

    public string? CountryName { get; set; }

    public DateOnly? BornOn { get; set; }

    public decimal? Turnover { get; set; }

    public bool? NoNewsletter { get; set; }

    /// <summary>The company's id in Salesforce: whether or not companies are imported.</summary>
    public string? CompanySalesforceId { get; set; }

    public ICollection<Note> Notes { get; } = [];

    public override string? OwnEmail => EmailAddress;
}
