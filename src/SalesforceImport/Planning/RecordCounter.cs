using SalesforceImport.Budgeting;
using SalesforceImport.Mapping;
using SalesforceImport.Salesforce;

namespace SalesforceImport.Planning;

/// <summary>Counts what a step will read, with the step's own filter: one call, where the org can.</summary>
internal sealed class RecordCounter(SalesforceOrg org, ICallMeter meter)
{
    /// <summary>Whether archived records are counted too.</summary>
    public bool IncludeArchived { get; init; }

    /// <summary>The count; where the org gives up over it, the number that it keeps for the whole object.</summary>
    public async Task<RecordCount> CountAsync(SObjectDescription description, string? where, CancellationToken cancellationToken)
    {
        try
        {
            return await CountExactlyAsync(description, where, cancellationToken).ConfigureAwait(false);
        }
        catch (QueryTimeoutException)
        {
            long all = await org.GetRecordCountAsync(description.Name, meter, cancellationToken).ConfigureAwait(false);
            return new(all, where is null ? CountKind.Estimate : CountKind.UpperBound, null);
        }
    }

    private async Task<RecordCount> CountExactlyAsync(SObjectDescription description, string? where, CancellationToken cancellationToken)
    {
        string filter = $" FROM {description.Name}{(where is null ? string.Empty : $" WHERE ({where})")}";
        if (description.Find(SystemFields.Email) is null)
        {
            return new((await CountAsync("SELECT COUNT(Id)" + filter, cancellationToken).ConfigureAwait(false))[0], CountKind.Exact, null);
        }

        try
        {
            var counts = await CountAsync("SELECT COUNT(Id), COUNT(Email)" + filter, cancellationToken).ConfigureAwait(false);
            return new(counts[0], CountKind.Exact, counts.Count > 1 ? counts[0] - counts[1] : null);
        }
        catch (SalesforceException exception) when (exception.ErrorCode is "MALFORMED_QUERY" or "INVALID_FIELD")
        {
            // An encrypted e-mail cannot be counted; if it is the condition that is wrong, this says so again.
            return new((await CountAsync("SELECT COUNT()" + filter, cancellationToken).ConfigureAwait(false))[0], CountKind.Exact, null);
        }
    }

    private Task<IReadOnlyList<long>> CountAsync(string soql, CancellationToken cancellationToken) =>
        org.AggregateAsync(soql, IncludeArchived, meter, cancellationToken);
}
