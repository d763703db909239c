namespace SalesforceImport;

/// <summary>
/// What becomes of a row when the records that feed it are deleted in the org, or have left what is selected. A row that
/// another record feeds as well stays whatever the rule; only that record leaves it.
/// </summary>
public enum GoneRule
{
    /// <summary>The row stays as it is, and is not looked for.</summary>
    Keep,

    /// <summary>The row stays, and its property <c>GoneFromSalesforce</c> is true from then on; false again where the record comes back.</summary>
    Mark,

    /// <summary>The row is deleted.</summary>
    Delete,
}
