namespace SalesforceImport.Salesforce.Reading;

/// <summary>How the records of a query lie in an answer.</summary>
internal enum QueryPageForm
{
    /// <summary>A page: <c>{"totalSize":…,"done":…,"records":[…]}</c>.</summary>
    Page,

    /// <summary>A page within the answer to a composite request.</summary>
    Composite,

    /// <summary>Records alone: <c>[{…},null,…]</c>, with null for one that is not there or not visible.</summary>
    Rows,
}
