using SalesforceImport.Budgeting;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// A list tells all pages, five to a call, so that they can be begun together. How many records a page has is up to the
/// org then. Not thread-safe.
/// </summary>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_parallel_job_results.htm">Get Parallel Results for a Query Job</seealso>
internal sealed class ListedPages(BulkJobs jobs, string job, string version, ICallMeter meter) : IBulkPageOrder
{
    /// <summary>The first API version that has the list.</summary>
    public const decimal FirstVersion = 58.0m;

    /// <summary>How many pages one answer tells, at most.</summary>
    public const int PagesPerCall = 5;

    private readonly Queue<string> _listed = new();
    private string? _more;

    public ValueTask<string?> FirstAsync(CancellationToken cancellationToken) => NextAsync(first: true, cancellationToken);

    public ValueTask<string?> BehindAsync(BulkPage page, CancellationToken cancellationToken) => NextAsync(first: false, cancellationToken);

    private async ValueTask<string?> NextAsync(bool first, CancellationToken cancellationToken)
    {
        while (_listed.Count == 0 && (first || _more is not null))
        {
            first = false;
            var (pages, next) = await jobs.ListPagesAsync(job, version, _more, meter, cancellationToken).ConfigureAwait(false);
            foreach (string page in pages)
            {
                _listed.Enqueue(page);
            }

            _more = next == _more ? null : next;
        }

        return _listed.TryDequeue(out string? target) ? target : null;
    }
}
