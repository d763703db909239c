namespace SalesforceImport.Salesforce.Bulk;

/// <summary>A query job brings no more records. What it is good for then, the problem says.</summary>
internal sealed class BulkJobException(BulkProblem problem, string message, SalesforceException? cause = null)
    : SalesforceException(message, cause?.ErrorCode, cause?.HttpStatus, cause)
{
    public BulkProblem Problem { get; } = problem;
}
