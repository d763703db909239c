namespace SalesforceImport.Salesforce.Bulk;

/// <summary>Knows which result page comes behind which.</summary>
internal interface IBulkPageOrder
{
    ValueTask<string?> FirstAsync(CancellationToken cancellationToken);

    /// <summary>The page behind this one; null when it is the last.</summary>
    ValueTask<string?> BehindAsync(BulkPage page, CancellationToken cancellationToken);
}
