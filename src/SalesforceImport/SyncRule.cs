namespace SalesforceImport;

/// <summary>Who wins when both Salesforce and the host have a value for a property.</summary>
public enum SyncRule
{
    /// <summary>Salesforce's value, even a blank one. The default.</summary>
    AlwaysSalesforce,

    /// <summary>Salesforce's value, unless it is blank.</summary>
    PreferSalesforceUnlessBlank,

    /// <summary>The host's value, unless it is blank.</summary>
    FillBlanks,

    /// <summary>The property is not imported at all.</summary>
    Never,
}
