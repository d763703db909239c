using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Hands change sets to a store, and finds out what became of one whose answer was lost.</summary>
internal sealed class ChangeSetSender(ContactStore store)
{
    /// <exception cref="SalesforceImportException">Another process has taken the run over.</exception>
    public async Task<ApplyResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var result = await SendAsync(changes).ConfigureAwait(false);
        return result.Outcome != ApplyOutcome.Superseded ? result : throw new SalesforceImportException(
            $"Another process has taken run '{changes.Run}' over; this one has stopped, and nothing is lost.");
    }

    private async Task<ApplyResult> SendAsync(ChangeSet changes)
    {
        try
        {
            // Once begun, a transaction is not cut short: its outcome would be unknown.
            return await store.ApplyAsync(changes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (InvalidOperationException or ArgumentException))
        {
            var run = await store.FindRunAsync(changes.Run, CancellationToken.None).ConfigureAwait(false);
            if (run?.Sequence == changes.Sequence)
            {
                return ApplyResult.AlreadyApplied;
            }

            throw;
        }
    }
}
