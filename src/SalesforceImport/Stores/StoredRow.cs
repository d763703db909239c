namespace SalesforceImport.Stores;

/// <summary>A row of the host's store as it stands.</summary>
public sealed class StoredRow
{
    /// <summary>The row's id in the store. Ids rise: of two rows, the one made earlier has the lower id.</summary>
    public required long Id { get; init; }

    /// <summary>The row's version: changes with every write to the row, whoever writes.</summary>
    public required long Version { get; init; }

    /// <summary>The row's values, in schema order.</summary>
    public required IReadOnlyList<FieldValue> Values { get; init; }

    /// <summary>The record that leads the row; null for a row that the host made itself.</summary>
    public SourceKey? Leader { get; init; }

    /// <summary>Every record that belongs to the row, the leader included, in any order.</summary>
    public IReadOnlyList<StoredSource> Sources { get; init; } = [];

    /// <summary>The run that created the row; null for a row that the host made itself.</summary>
    public string? CreatedByRun { get; init; }

    /// <summary>Whether anybody but the library has written the row since a run created it. False for a row that the host made itself.</summary>
    public bool WrittenByHost { get; init; }

    /// <summary>
    /// The runs that have changed the row, or its records, without having created it, oldest first; empty unless the
    /// request asked for them.
    /// </summary>
    public IReadOnlyList<string> ChangedByRuns { get; init; } = [];

    /// <summary>
    /// What the run named in the request has changed in this row so far, with the values before it; empty when it has
    /// not touched the row, or created it.
    /// </summary>
    public IReadOnlyList<PropertyChange> ChangesOfRun { get; init; } = [];
}
