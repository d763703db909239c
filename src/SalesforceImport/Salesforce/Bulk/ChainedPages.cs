namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Each page's header tells where the next one is: no call but for the pages themselves, on any API version.</summary>
internal sealed class ChainedPages(BulkPageOpener opener) : IBulkPageOrder
{
    public ValueTask<string?> FirstAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(opener.First);

    public async ValueTask<string?> BehindAsync(BulkPage page, CancellationToken cancellationToken) =>
        await page.Told.WaitAsync(cancellationToken).ConfigureAwait(false);
}
