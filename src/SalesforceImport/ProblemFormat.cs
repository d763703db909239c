namespace SalesforceImport;

/// <summary>How skipped and failed records are written.</summary>
public enum ProblemFormat
{
    /// <summary>
    /// Comma-separated values in UTF-8 (RFC 4180) with a header: <c>object,id,outcome,reason,detail</c>. A cell that a
    /// spreadsheet would take for a formula begins with an apostrophe.
    /// </summary>
    Csv,

    /// <summary>One JSON array of objects with <c>object</c>, <c>id</c>, <c>outcome</c>, <c>reason</c> and <c>detail</c>.</summary>
    Json,
}
