namespace SalesforceImport.Reporting;

/// <summary>How many rows got another value in one property.</summary>
internal sealed record PropertyChanges(string Property, long Rows);
