namespace SalesforceImport.Stores;

/// <summary>
/// A row that goes. Its sources go with it, unless the same change set puts them to another row. The store keeps the
/// row as it was in its history, and <see cref="MergedInto"/>, so that the host can move its own references.
/// </summary>
public sealed class RemoveRow : RowChange
{
    /// <summary>The row.</summary>
    public required long Id { get; init; }

    /// <summary>The version the decision was made on. Another version in the store is a conflict.</summary>
    public required long Version { get; init; }

    /// <summary>The row that takes its place; null when none does.</summary>
    public long? MergedInto { get; init; }
}
