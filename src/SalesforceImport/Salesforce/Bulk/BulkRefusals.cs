using System.Net;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Tells a query that Bulk API 2.0 does not take from one that nothing would take.</summary>
internal static class BulkRefusals
{
    /// <summary>Whether the REST API may well answer what was refused here.</summary>
    public static bool IsOfBulkOnly(SalesforceException failure) =>
        failure is not (OrgCallLimitException or OrgUnavailableException or SObjectNotFoundException or SalesforceSignInException or BulkJobException)
        && failure.HttpStatus is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
        && failure.HttpStatus is not (HttpStatusCode.Unauthorized or HttpStatusCode.Gone)
        && failure.ErrorCode is not ("INVALID_FIELD" or "API_DISABLED_FOR_ORG" or "API_CURRENTLY_DISABLED");

    /// <summary>Whether a job or its results can no longer be had.</summary>
    public static bool IsLost(SalesforceException failure) =>
        failure is not OrgUnavailableException
        && (failure.HttpStatus is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.Gone
            || failure.ErrorCode is "INVALIDJOB" or "INVALIDJOBSTATE" or "INVALID_JOB_STATE");
}
