namespace SalesforceImport.Importing.Undoing;

/// <summary>One way through what a run did, page by page.</summary>
internal interface IUndoPhase
{
    /// <summary>Reads the next page.</summary>
    /// <returns>The position behind it; null at the end.</returns>
    Task<UndoPosition?> ReadAsync(UndoPosition position, CancellationToken cancellationToken);

    /// <summary>Looks up what the page is about, and decides it. Asked again when the ground has moved.</summary>
    /// <param name="spared">Rows that cannot be changed, with the reason.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<UndoDecision> DecideAsync(IReadOnlyDictionary<long, UndoLeftReason> spared, CancellationToken cancellationToken);
}
