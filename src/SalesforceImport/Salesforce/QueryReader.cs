using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using SalesforceImport.Budgeting;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Salesforce;

/// <summary>Reads one query from its first page to its last. Not thread-safe.</summary>
internal sealed class QueryReader(
    QueryRequest query, string apiVersion, OrgTransport transport, ICallMeter meter, ILogger logger) : IDisposable
{
    private readonly RecordBatchBuilder _batch = new(query.Columns, query.MaxBatchRows, query.MaxBatchBytes);
    private readonly ColumnNode _columns = ColumnNode.Build(query.Columns);
    private string? _next;
    private ExceptionDispatchInfo? _failure;
    private OpenPage? _page;
    private long? _totalSize;
    private bool _ended;

    private QueryPageForm Form => query.Ids is not null ? QueryPageForm.Rows : query.InComposite ? QueryPageForm.Composite : QueryPageForm.Page;

    private string What => $"the query of {query.SObject}";

    /// <summary>
    /// The next batch; null behind the last. Records that were whole before something failed come first, and the failure
    /// with the next call.
    /// </summary>
    public async ValueTask<RecordBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        _failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return _ended ? null : await AdvanceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            _batch.AbandonRow();
            _failure = ExceptionDispatchInfo.Capture(failure);
            if (failure is QueryInterruptedException { Reason: var reason })
            {
                logger.QueryInterrupted(query.SObject, _batch.TotalRows, reason);
            }

            if (_batch.TakeReady() is { } ready)
            {
                return ready;
            }

            if (_batch.IsEmpty)
            {
                throw;
            }

            return _batch.Build(_totalSize, isLast: false);
        }
    }

    public void Dispose() => _page?.Dispose();

    private async ValueTask<RecordBatch> AdvanceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            _page ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
            while (!_page.Ended)
            {
                if (_batch.TakeReady() is { } ready)
                {
                    return ready;
                }

                await ContinueAsync(_page, cancellationToken).ConfigureAwait(false);
            }

            var page = _page;
            _totalSize = page.Sink.TotalSize ?? _totalSize;
            bool last = IsLast(page.Sink);
            if (_batch.TakeReady() is { } batch)
            {
                return batch;
            }

            page.Dispose();
            _page = null;
            if (last)
            {
                _ended = true;
                return _batch.Build(_totalSize, isLast: true);
            }

            _next = page.Sink.NextRecordsUrl!;
        }
    }

    private async Task<OpenPage> OpenAsync(CancellationToken cancellationToken)
    {
        var request = NextRequest();
        return await transport.SendAsync(request, meter, (body, token) => OpenAsync(request, body, token), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<OpenPage> OpenAsync(OrgRequest request, ResponseBody body, CancellationToken token)
    {
        // Up to its first record the page belongs to the attempt, and may be asked for again; from then on it does not.
        var form = _next is null ? Form : QueryPageForm.Page;
        var page = new OpenPage(body, new QueryPageSink(query.SObject, query.Columns, _columns, _batch, form == QueryPageForm.Rows), form, request);
        try
        {
            do
            {
                await page.RunAsync(token).ConfigureAwait(false);
            }
            while (!page.Ended && page.Sink.Records == 0);
            return page;
        }
        catch
        {
            _batch.AbandonRow();
            page.Dispose();
            throw;
        }
    }

    private OrgRequest NextRequest()
    {
        var request = new OrgRequest
        {
            Target = _next ?? string.Empty,
            Kind = ApiCallKind.Query,
            What = What,
            ApiVersion = apiVersion,
            BatchSize = query.BatchSize,
            IsContinuation = _next is not null,
        };
        return _next is null ? FirstRequest.Of(query, request) : request;
    }

    private async ValueTask ContinueAsync(OpenPage page, CancellationToken cancellationToken)
    {
        try
        {
            await page.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OrgUnavailableException failure)
        {
            throw new QueryInterruptedException(
                QueryInterruption.AnswerBroken, $"{What} broke off after {_batch.TotalRows} records. {failure.Message}", failure);
        }
    }

    private bool IsLast(QueryPageSink page)
    {
        if (page.Done ?? page.NextRecordsUrl is null)
        {
            return true;
        }

        return page.NextRecordsUrl is null || page.NextRecordsUrl == _next
            ? throw new QueryInterruptedException(
                QueryInterruption.LocatorLost, $"The org says that {What} goes on, but nowhere new, after {_batch.TotalRows} records.")
            : false;
    }

    private sealed class OpenPage : IDisposable
    {
        private readonly ResponseBody _body;
        private readonly OrgRequest _request;
        private readonly CompositeSink? _composite;
        private readonly JsonTokenStream _tokens;

        public OpenPage(ResponseBody body, QueryPageSink sink, QueryPageForm form, OrgRequest request)
        {
            _body = body;
            _request = request;
            Sink = sink;
            _composite = form == QueryPageForm.Composite ? new(sink) : null;
            _tokens = new(body, _composite is null ? sink : _composite);
        }

        public QueryPageSink Sink { get; }

        public bool Ended { get; private set; }

        public async ValueTask RunAsync(CancellationToken cancellationToken)
        {
            Ended = !await _tokens.RunAsync(cancellationToken).ConfigureAwait(false);
            if (Ended && _composite?.Refusal is { } refusal)
            {
                throw OrgErrors.From(refusal, _request);
            }

            if (Ended && !Sink.HasRecords)
            {
                throw OrgErrors.NotJson(_body.Status, "{…}, a document without records");
            }
        }

        public void Dispose() => _tokens.Dispose();
    }
}
