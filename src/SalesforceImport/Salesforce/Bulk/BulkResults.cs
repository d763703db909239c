using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SalesforceImport.Salesforce.Bulk;

/// <summary>
/// The results of a complete job, from a position on: several pages are read at once and handed out in their order. Memory
/// is bounded by the batches that each page reads ahead. One enumeration per instance.
/// </summary>
internal sealed class BulkResults(BulkPageOpener opener, IBulkPageOrder order, BulkPosition from, int pagesAtOnce, TimeProvider time)
{
    /// <exception cref="BulkJobException">The results are gone, or are not what the job says.</exception>
    public async IAsyncEnumerable<BulkBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(pagesAtOnce);
        var pages = Channel.CreateUnbounded<BulkPage>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var reading = new List<Task>();
        var opening = OpenInOrderAsync(pages.Writer, reading, slots, stop.Token);
        var position = from;
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                position = position with { Page = page.Target };
                await foreach (var part in page.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    position = Advance(position, part);
                    if (part.Records.IsLast)
                    {
                        Check(position);
                    }

                    yield return new BulkBatch(part.Records, position);
                }

                slots.Release();
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static BulkPosition Advance(BulkPosition position, BulkPage.Part part)
    {
        long rows = position.Rows + part.Records.Count;
        return part.EndsPage
            ? position with { Rows = rows, Page = part.Next, RowsOfPage = 0, Last = null }
            : position with { Rows = rows, RowsOfPage = position.RowsOfPage + part.Records.Count, Last = part.Records.LastId };
    }

    private async Task OpenInOrderAsync(ChannelWriter<BulkPage> pages, List<Task> reading, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        BulkPage? page = null;
        try
        {
            string? target = from.Page ?? await order.FirstAsync(cancellationToken).ConfigureAwait(false);
            while (target is not null)
            {
                await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
                var opened = page is null
                    ? new BulkPage(opener, target, from.RowsOfPage, from.Last, time)
                    : new BulkPage(opener, target, rowsRead: 0, last: null, time);
                page = opened;
                reading.Add(Task.Run(() => opened.RunAsync(cancellationToken), CancellationToken.None));
                await pages.WriteAsync(page, CancellationToken.None).ConfigureAwait(false);
                target = await order.BehindAsync(page, cancellationToken).ConfigureAwait(false);
                page.IsFollowedBy(target);
            }

            pages.Complete();
        }
        catch (Exception failure)
        {
            // Whoever takes the pages meets the failure behind all that was read before it.
            page?.IsFollowedByFailure(failure);
            pages.Complete(failure);
        }
    }

    private void Check(BulkPosition position)
    {
        if (opener.Job.Records is { } records && records != position.Rows)
        {
            throw new BulkJobException(
                BulkProblem.Incomplete,
                string.Create(CultureInfo.InvariantCulture, $"Bulk job {position.Job} has {records:N0} records, but its pages brought {position.Rows:N0}."));
        }
    }
}
