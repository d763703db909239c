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
    /// <exception cref="UndoRefusedException">The run was undone.</exception>
    Task<ImportReport> ResumeAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back what an import did: removes the rows that it created and gives the others back the values, records and
    /// links that they had, wherever nobody else has written since. What is left as it was is in
    /// <see cref="ImportReport.Undo"/>. Makes no call to the org. It is a run of its own, and can be resumed; an undo that was
    /// not finished goes on.
    /// </summary>
    /// <param name="run">The import: completed, paused, cancelled or failed. It cannot be resumed any more.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="cancellationToken">Stops the undo between two batches.</param>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run.</exception>
    /// <exception cref="UndoRefusedException">It was undone already, or is an undo itself.</exception>
    /// <exception cref="Stores.RunLeaseException">It is still running, or another run is writing the same kind.</exception>
    /// <exception cref="ImportFailedException">The undo stopped on an error; it names the undo, which can be resumed.</exception>
    Task<ImportReport> UndoAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back what the undo of an import did, by the same rules: the import's rows, values, records and links are there
    /// again. Makes no call to the org.
    /// </summary>
    /// <param name="run">The import that was undone, or its undo.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="cancellationToken">Stops the redo between two batches.</param>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run.</exception>
    /// <exception cref="UndoRefusedException">It is not undone.</exception>
    /// <exception cref="Stores.RunLeaseException">Another run is writing the same kind.</exception>
    /// <exception cref="ImportFailedException">The redo stopped on an error; it names the redo, which can be resumed.</exception>
    Task<ImportReport> RedoAsync(string run, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>All that an undo or a redo left as it was, with the reasons; empty for any other run.</summary>
    /// <param name="run">The undo or redo: <see cref="ImportReport.Run"/> of its report.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run.</exception>
    Task<IReadOnlyList<UndoLeft>> ReadLeftAsync(string run, CancellationToken cancellationToken = default);

    /// <summary>Why the store holds what it holds of a record: its row, the records that share it, and what each run made of it.</summary>
    Task<RecordExplanation> WhyAsync(SalesforceId record, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases the row that a record feeds, for good: the row's values, what the records that feed it say, its links, and what
    /// history and lists hold of it. Ids and a keyed hash of each e-mail stay, by which every later import skips the
    /// person's records as <see cref="RecordReason.Erased"/>. In a store that several orgs share, a sandbox has its
    /// production's ids: there the rows go that are fed by the id in any of them. Makes no call, and touches nothing in the org.
    /// </summary>
    /// <returns>False when no row of the store is fed by the record: it was never imported, or is erased already.</returns>
    Task<bool> ForgetAsync(SalesforceId record, CancellationToken cancellationToken = default);

    /// <summary>
    /// All records that a run skipped, and all that failed in it, object by object in the order of ids, as they stand now:
    /// streamed, however many there are. Asks the store alone, and makes no call.
    /// </summary>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run: thrown when the first one is asked for.</exception>
    IAsyncEnumerable<RecordProblem> ReadProblemsAsync(string run, CancellationToken cancellationToken = default);

    /// <summary>Writes what <see cref="ReadProblemsAsync"/> reads into a stream, which stays open.</summary>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run; nothing was written.</exception>
    Task WriteProblemsAsync(string run, Stream destination, ProblemFormat format, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a report of a run into a stream, which stays open: one page of HTML in UTF-8 that needs nothing else to be
    /// looked at or printed. It tells what came in, what changed, what was skipped or failed and why, and API calls; it
    /// holds ids, counts and names of properties, but no value of a record. Makes no call.
    /// </summary>
    /// <exception cref="Stores.UnknownRunException">The store knows no such run; nothing was written.</exception>
    Task WriteReportAsync(string run, Stream destination, CancellationToken cancellationToken = default);
}
