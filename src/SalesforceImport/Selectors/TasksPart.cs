namespace SalesforceImport.Selectors;

/// <summary>The tasks, and events where asked for, of the people in the store.</summary>
internal sealed record TasksPart(bool Events) : SelectorPart
{
    public override string Setting => nameof(SalesforceImportOptions.TaskSync);
}
