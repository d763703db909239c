using static SalesforceImport.Emulator.Faults.Named.Bodies;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>Faults of the Bulk API.</summary>
internal static class BulkFaults
{
    private const string Results = "/results";

    public static IReadOnlyList<NamedFault> All { get; } =
    [
        new("job-stuck", "A job never ends.", Jobs, FaultAction.StickBulkJob),
        new("job-failed", "A job fails.", Jobs, FaultAction.FailBulkJob()),
        new("job-aborted", "A job is aborted by someone else.", Jobs, FaultAction.AbortBulkJob),
        new("bulk2-job-failed-unexpected", "A job fails for a reason that only Salesforce knows.", Jobs, FaultAction.FailBulkJob("Unexpected exception encountered in query processing. Please contact support with the following id: 326566388-63578 (-436445966)")),
        new("bulk-retried-out", "A job was tried too often.", Jobs, FaultAction.FailBulkJob("Retried more than fifteen times")),
        new("bulk-cannot-serialize", "A job meets a value that CSV cannot hold.", Jobs, FaultAction.FailBulkJob("FeatureNotEnabled : Cannot serialize value for '________' in CSV format")),
        new("bulk-operation-too-large", "A job meets too many people and things behind the activities.", Jobs, FaultAction.FailBulkJob("InvalidBatch : Failed to process query: OPERATION_TOO_LARGE: exceeded 100000 distinct who/what's")),
        new("bulk-compound", "A job is refused for a compound field.", Jobs, Error(400, "API_ERROR", "Selecting compound data not supported in Bulk Query")),
        new("bulk-unsupported-object", "A job is refused for its object.", Jobs, Error(400, "INVALIDENTITY", "Entity '01AA00000010AAA.Tag' is not supported by the Bulk API.")),
        new("bulk-not-enabled", "The org's edition has no Bulk API.", Jobs, Error(400, "FEATURENOTENABLED", "FeatureNotEnabled : Async API not enabled"), null),
        new("bulk2-results-version-mismatch", "The results are asked with another version than the job's.", Results, Error(409, "API_ERROR", "The API version of the results must be that of the job")),
        new("bulk2-results-404", "A page of results is not found.", Results, Error(404, "NOT_FOUND", "The requested resource does not exist")),
        new("bulk1-empty", "A sentence where no rows are.", Results, FaultAction.Respond(200, "Records not found for this query", "text/csv")),
        new("lost-locator", "The header that leads to the next page is missing.", Results, FaultAction.LoseBulkLocator),
        new("wrong-row-count", "The header tells one row too many.", Results, FaultAction.MiscountBulkRows(1)),
    ];
}
