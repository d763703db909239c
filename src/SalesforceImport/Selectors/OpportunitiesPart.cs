namespace SalesforceImport.Selectors;

/// <summary>The opportunities of the contacts in the store: each one's newest, or all.</summary>
internal sealed record OpportunitiesPart(bool All) : SelectorPart
{
    public override string Setting => nameof(SalesforceImportOptions.OpportunitySync);
}
