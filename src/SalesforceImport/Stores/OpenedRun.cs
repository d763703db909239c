namespace SalesforceImport.Stores;

/// <summary>A run that this process now holds the lease for.</summary>
public sealed class OpenedRun
{
    /// <summary>The run as it stands.</summary>
    public required StoredRun Run { get; init; }

    /// <summary>The epoch of this opening: higher than any before it in this store.</summary>
    public required long Epoch { get; init; }

    /// <summary>
    /// The kinds of which the store held nothing at all, no row, source, orphan or erasure, when the run was opened. What
    /// was not there need not be looked up.
    /// </summary>
    public IReadOnlyCollection<RecordKind> EmptyKinds { get; init; } = [];
}
