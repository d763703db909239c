namespace SalesforceImport.Stores;

/// <summary>Changes to a row that is there: values, leader, sources.</summary>
public sealed class UpdateRow : RowChange
{
    /// <summary>The row.</summary>
    public required long Id { get; init; }

    /// <summary>The version the decision was made on. Another version in the store is a conflict.</summary>
    public required long Version { get; init; }

    /// <summary>The properties that change, with the values they have now and will have.</summary>
    public IReadOnlyList<PropertyChange> Properties { get; init; } = [];

    /// <summary>
    /// What the run as a whole has changed in this row, this change included: replaces what history holds for this run and
    /// row. Ignored for a row that this run created.
    /// </summary>
    public IReadOnlyList<PropertyChange> ChangesOfRun { get; init; } = [];

    /// <summary>
    /// The record that leads the row from now on, whole; null when the leader and all the store keeps of it stay as they are.
    /// </summary>
    public StoredSource? Leader { get; init; }

    /// <summary>Sources other than the leader to add, or to replace where the row has them already.</summary>
    public IReadOnlyList<StoredSource> PutSources { get; init; } = [];

    /// <summary>Sources that no longer belong to the row. They may be put to another row of the same change set.</summary>
    public IReadOnlyList<SourceKey> DroppedSources { get; init; } = [];

    /// <summary>Whether the row joins the run's list although the run did not create it.</summary>
    public bool AddToList { get; init; }
}
