namespace SalesforceImport.Importing;

/// <summary>
/// Tells the records of one object that the run has read before, exactly and mostly without asking the store: a filter
/// holds all that was read, and what it takes for known is looked up in the log. Not thread-safe.
/// </summary>
internal sealed class PassedRecords(ReadRecords read, string sObject, long expected)
{
    private KnownKeys? _known;

    /// <summary>Those of the ids that were read before. Takes them all for read from now on.</summary>
    public async Task<HashSet<SalesforceId>> AmongAsync(IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            _known = new KnownKeys(expected);
            await foreach (var id in read.AllAsync(sObject, cancellationToken).ConfigureAwait(false))
            {
                _known.Add(id);
            }
        }

        var suspects = ids.Where(_known.MayHold).ToList();
        foreach (var id in ids)
        {
            _known.Add(id);
        }

        return suspects.Count == 0 ? [] : await read.AmongAsync(sObject, suspects, cancellationToken).ConfigureAwait(false);
    }
}
