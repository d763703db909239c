using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Asks for result pages of one job. Thread-safe.</summary>
internal sealed class BulkPageOpener(
    OrgTransport transport, QueryRequest query, BulkJob job, string version, BulkReading reading, ICallMeter meter)
{
    // The org says that there is no further page with the word, not by leaving the header out.
    private const string NoLocator = "null";

    public QueryRequest Query => query;

    public BulkJob Job => job;

    /// <summary>The address of the first page.</summary>
    public string First => Target(null);

    /// <summary>Opens a page: its header has been read, and its body is being sent.</summary>
    /// <exception cref="BulkJobException">The page can no longer be had, or lacks columns.</exception>
    public async Task<OpenPage> OpenAsync(string target, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(
                new OrgRequest
                {
                    Target = target,
                    Kind = ApiCallKind.Bulk,
                    What = $"a result page of Bulk job {job.Id}",
                    ApiVersion = version,
                    Accept = "text/csv",
                },
                meter,
                OpenAsync,
                cancellationToken).ConfigureAwait(false);
        }
        catch (SalesforceException failure) when (BulkRefusals.IsLost(failure))
        {
            throw BulkJobs.Lost(job.Id, failure);
        }
    }

    private async ValueTask<OpenPage> OpenAsync(ResponseBody body, CancellationToken cancellationToken)
    {
        long? rows = long.TryParse(body.Header("Sforce-NumberOfRecords"), out long number) ? number : null;
        string? locator = body.Header("Sforce-Locator");
        string? next = locator is null or "" or NoLocator ? null : Target(locator);
        CsvPage csv;
        try
        {
            csv = await CsvPage.OpenAsync(body, job.Delimiter, query.Columns, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException failure)
        {
            throw Broken($"A result page of Bulk job {job.Id} is no CSV: {failure.Message}", failure);
        }

        try
        {
            var missing = csv.Missing.ToList();
            if (missing.Count == query.Columns.Count && rows != 0)
            {
                throw Broken($"A result page of Bulk job {job.Id} has no header that belongs to its query.");
            }

            return missing.Count == 0 || rows == 0
                ? new OpenPage(csv, rows, next)
                : throw new BulkJobException(
                    BulkProblem.Refused, $"The results of Bulk job {job.Id} for {query.SObject} lack {string.Join(", ", missing)}.");
        }
        catch
        {
            csv.Dispose();
            throw;
        }
    }

    /// <summary>A page that is not what it should be: worth asking for again.</summary>
    public static OrgUnavailableException Broken(string message, Exception? cause = null) =>
        new(message, innerException: cause) { Retry = RetryAdvice.Retry, AnswerLost = true };

    private string Target(string? locator) =>
        $"/services/data/v{version}/jobs/query/{Uri.EscapeDataString(job.Id)}/results?"
        + (locator is null ? string.Empty : $"locator={Uri.EscapeDataString(locator)}&")
        + $"maxRecords={reading.MaxRecords}";

    /// <summary>A page that is being sent.</summary>
    internal sealed record OpenPage(CsvPage Csv, long? Rows, string? Next) : IDisposable
    {
        public void Dispose() => Csv.Dispose();
    }
}
