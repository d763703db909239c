using System.Globalization;
using System.Threading.Channels;
using SalesforceImport.Salesforce.Reading;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// One result page on its way: read in the background, a few batches ahead of whoever takes them. A page that breaks off
/// is asked for again, and the rows already read are passed over. Started once; not thread-safe otherwise.
/// </summary>
internal sealed class BulkPage
{
    private const int BatchesAhead = 2;
    private const int MostBreaksInARow = 5;

    private readonly BulkPageOpener _opener;
    private readonly TimeProvider _time;
    private readonly RecordBatchBuilder _batch;
    private readonly TaskCompletionSource<string?> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<Part> _batches =
        Channel.CreateBounded<Part>(new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });

    private SalesforceId? _last;
    private long _rows;

    public BulkPage(BulkPageOpener opener, string target, long rowsRead, SalesforceId? last, TimeProvider time)
    {
        _opener = opener;
        _time = time;
        _batch = new RecordBatchBuilder(opener.Query.Columns, opener.Query.MaxBatchRows, opener.Query.MaxBatchBytes);
        _rows = rowsRead;
        _last = last;
        Target = target;
    }

    public string Target { get; }

    /// <summary>The address of the page behind, as this page's header tells it; null for none.</summary>
    public Task<string?> Told => _told.Task;

    /// <summary>The batches, the last of which ends the page.</summary>
    public IAsyncEnumerable<Part> ReadAllAsync(CancellationToken cancellationToken) =>
        _batches.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Tells which page comes behind; null for none. The last batch waits for it.</summary>
    public void IsFollowedBy(string? next) => _next.TrySetResult(next);

    /// <summary>Nobody can tell which page comes behind.</summary>
    public void IsFollowedByFailure(Exception failure)
    {
        _next.TrySetException(failure);
        _ = _next.Task.Exception;
    }

    /// <summary>Reads the page; ends when all of it was handed out, or failed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            int breaks = 0;
            while (true)
            {
                long before = _rows;
                try
                {
                    await ReadAsync(cancellationToken).ConfigureAwait(false);
                    break;
                }
                catch (OrgUnavailableException failure) when (failure.AnswerLost && !cancellationToken.IsCancellationRequested)
                {
                    _batch.AbandonRow();
                    breaks = _rows > before ? 1 : breaks + 1;
                    if (breaks > MostBreaksInARow)
                    {
                        throw;
                    }

                    await Task.Delay(TimeSpan.FromSeconds(1 << (breaks - 1)), _time, cancellationToken).ConfigureAwait(false);
                }
            }

            string? next = await _next.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            await _batches.Writer.WriteAsync(new Part(_batch.Build(_opener.Job.Records, isLast: next is null), true, next), cancellationToken).ConfigureAwait(false);
            _batches.Writer.Complete();
        }
        catch (Exception failure)
        {
            _told.TrySetException(failure);
            _ = _told.Task.Exception;
            _batches.Writer.TryComplete(failure);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var page = await _opener.OpenAsync(Target, cancellationToken).ConfigureAwait(false);
        _told.TrySetResult(page.Next);
        if (page.Rows < _rows)
        {
            throw NotTheSame(page.Rows.Value);
        }

        long row = 0;
        try
        {
            while (await page.Csv.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (++row <= _rows)
                {
                    CheckSameRow(page.Csv, row);
                    continue;
                }

                if (_batch.IsFull)
                {
                    // Only now is it certain that the full batch does not end the page.
                    await _batches.Writer.WriteAsync(new Part(_batch.Build(_opener.Job.Records, isLast: false)), cancellationToken).ConfigureAwait(false);
                }

                page.Csv.CopyTo(_batch);
                _last = _batch.LastId;
                _rows = row;
            }
        }
        catch (FormatException failure)
        {
            throw BulkPageOpener.Broken($"A result page of Bulk job {_opener.Job.Id} breaks off, or is no CSV, behind row {row}: {failure.Message}", failure);
        }

        if (row != (page.Rows ?? row) || row < _rows || !page.Csv.EndsWell)
        {
            throw BulkPageOpener.Broken(
                $"A result page of Bulk job {_opener.Job.Id} should have {page.Rows?.ToString("N0", CultureInfo.InvariantCulture) ?? "more"} rows, and has {row:N0}.");
        }
    }

    /// <summary>The rows passed over must be those that were read: else the results are not the same as before.</summary>
    private void CheckSameRow(CsvPage csv, long row)
    {
        if (row == _rows && _last is { } last && _batch.IdColumn >= 0 && csv.Id(_batch.IdColumn) != last)
        {
            throw NotTheSame(row);
        }
    }

    private BulkJobException NotTheSame(long row) => new(
        BulkProblem.Lost,
        string.Create(CultureInfo.InvariantCulture, $"The results of Bulk job {_opener.Job.Id} are not what they were before, at row {row:N0} of a page."));

    /// <summary>A batch of a page.</summary>
    /// <param name="Records">The records.</param>
    /// <param name="EndsPage">Whether the page ends with it.</param>
    /// <param name="Next">The page behind; null for none, and before the end.</param>
    internal readonly record struct Part(RecordBatch Records, bool EndsPage = false, string? Next = null);
}
