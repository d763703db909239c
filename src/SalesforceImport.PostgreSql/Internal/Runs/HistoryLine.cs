namespace SalesforceImport.PostgreSql.Internal;

/// <summary>An entry on its way into history.</summary>
/// <param name="Entry">What the run did.</param>
/// <param name="CreatedBy">For a removed row, the number of the run that had created it.</param>
internal sealed record HistoryLine(HistoryEntry Entry, long? CreatedBy = null)
{
    /// <summary>Whether it tells anything.</summary>
    public bool Tells => Entry is not { Changes.Count: 0, Removed: false, Restored: false };
}
