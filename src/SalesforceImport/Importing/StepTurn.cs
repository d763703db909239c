using SalesforceImport.Planning;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;

namespace SalesforceImport.Importing;

/// <summary>A step is begun anew, perhaps by the other transport: what was read of it stays, and is passed over.</summary>
/// <param name="To">How it is read from now on.</param>
/// <param name="Note">Why, for the report.</param>
internal sealed record StepTurn(ImportTransport To, string Note)
{
    /// <summary>A job that broke once may have had bad luck; after the second one the REST API is asked.</summary>
    private const int MostTurns = 2;

    /// <summary>The failure that ends the attempt after the turn is noted; null to go on at once.</summary>
    public Exception? Stop { get; init; }

    /// <summary>The turn that a failure calls for; null when none would help.</summary>
    public static StepTurn? After(SalesforceException failure, string sObject, ImportTransport from, StepCheckpoint step) => (from, failure) switch
    {
        (ImportTransport.Bulk, BulkJobException { Problem: BulkProblem.Refused or BulkProblem.Uncertain }) =>
            new(ImportTransport.Rest, $"{sObject}: read by REST instead of Bulk. {failure.Message}"),
        (ImportTransport.Bulk, BulkJobException { Problem: BulkProblem.Lost or BulkProblem.Failed or BulkProblem.Incomplete }) =>
            step.Turns + 1 < MostTurns
                ? new(ImportTransport.Bulk, $"{sObject}: begun anew with another Bulk job. {failure.Message}")
                : new(ImportTransport.Rest, $"{sObject}: read by REST instead of Bulk. {failure.Message}"),
        (ImportTransport.Bulk, BulkJobException { Problem: BulkProblem.Aborted }) =>
            new(ImportTransport.Bulk, $"{sObject}: {failure.Message}")
            {
                Stop = new SalesforceImportException($"{failure.Message} Somebody in the org may have had a reason. Resume the run to begin {sObject} anew with another job.", failure),
            },
        (ImportTransport.Rest, QueryTooLongException or QueryTimeoutException) when step.Turns < MostTurns =>
            new(ImportTransport.Bulk, $"{sObject}: read by Bulk instead of REST. {failure.Message}"),
        _ => null,
    };

    public void ThrowIfStopping()
    {
        if (Stop is { } failure)
        {
            throw failure;
        }
    }
}
