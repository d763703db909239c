namespace SalesforceImport.Stores;

/// <summary>
/// A new row. It is in the run's list by being created by it; it needs no history, for there was nothing before it.
/// </summary>
public sealed class CreateRow : RowChange
{
    /// <summary>The record that leads the row. When its <see cref="StoredSource.Values"/> are null it needs no source of its own beside the row.</summary>
    public required StoredSource Leader { get; init; }

    /// <summary>The row's values, in schema order.</summary>
    public required IReadOnlyList<FieldValue> Values { get; init; }

    /// <summary>Further records that belong to the row.</summary>
    public IReadOnlyList<StoredSource> OtherSources { get; init; } = [];
}
