namespace SalesforceImport;

/// <summary>The runs so far. Thread-safe.</summary>
public interface IImportHistory
{
    /// <summary>The newest runs, newest first, as their reports.</summary>
    Task<IReadOnlyList<ImportReport>> ListAsync(int take = 20, CancellationToken cancellationToken = default);

    /// <summary>
    /// Goes on with a run where it stands: nothing that was committed is read or written again. A completed run gives its
    /// report, and makes no call.
    /// </summary>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run.</exception>
    /// <exception cref="Stores.RunLeaseException">A live process is carrying it out; the message names it.</exception>
    /// <exception cref="ImportFailedException">The run stopped on an error again.</exception>
    Task<ImportReport> ResumeAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Why the store holds what it holds of a record: its row, the records that share it, and what each run made of it.</summary>
    Task<RecordExplanation> WhyAsync(SalesforceId record, CancellationToken cancellationToken = default);
}
