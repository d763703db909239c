namespace SalesforceImport.Stores;

/// <summary>One of the two records that a link ties.</summary>
public enum LinkEnd
{
    /// <summary>The opportunity, task or campaign.</summary>
    From,

    /// <summary>The contact or lead.</summary>
    To,
}
