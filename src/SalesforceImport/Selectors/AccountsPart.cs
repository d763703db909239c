namespace SalesforceImport.Selectors;

/// <summary>The accounts of the contacts in the store.</summary>
internal sealed record AccountsPart : SelectorPart
{
    public override string Setting => nameof(SalesforceImportOptions.AccountSync);
}
