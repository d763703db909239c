using Microsoft.Extensions.Logging;
using SalesforceImport.Salesforce;

namespace SalesforceImport;

/// <summary>Everything this package logs. Tokens, secrets and contact data never are.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Signed in to {Host}.")]
    public static partial void SignedIn(this ILogger logger, string host);

    [LoggerMessage(2, LogLevel.Information, "The org refused the session ({Code}); signing in anew.")]
    public static partial void SessionExpired(this ILogger logger, string? code);

    [LoggerMessage(3, LogLevel.Information, "API version {Version} is spoken with {Host}.")]
    public static partial void VersionChosen(this ILogger logger, string version, string host);

    [LoggerMessage(4, LogLevel.Warning, "Attempt {Attempt} of {Attempts} failed: {Answer} The next follows in {Seconds:0.0} seconds.")]
    public static partial void RequestRetried(this ILogger logger, int attempt, int attempts, string answer, double seconds);

    [LoggerMessage(5, LogLevel.Information, "Following the org to {Host}.")]
    public static partial void RedirectFollowed(this ILogger logger, string host);

    [LoggerMessage(6, LogLevel.Warning, "The query of {SObject} broke off after {Rows} records ({Reason}).")]
    public static partial void QueryInterrupted(this ILogger logger, string sObject, long rows, QueryInterruption reason);

    [LoggerMessage(7, LogLevel.Error, "The state of run {Run} could not be written when it stopped.")]
    public static partial void CloseFailed(this ILogger logger, string run, Exception exception);

    [LoggerMessage(8, LogLevel.Information, "Created Bulk job {Job} for {SObject}.")]
    public static partial void BulkJobCreated(this ILogger logger, string job, string sObject);

    [LoggerMessage(9, LogLevel.Warning, "Bulk job {Job} could not be deleted, and is left to the org, which does so after seven days: {Reason}")]
    public static partial void BulkJobLeft(this ILogger logger, string job, string reason);
}
