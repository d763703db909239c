namespace SalesforceImport.Selectors;

/// <summary>One thing that a selector asks for. Plans are made of these.</summary>
internal abstract record SelectorPart
{
    /// <summary>The setting that must be on; null for none.</summary>
    public virtual string? Setting => null;
}
