namespace SalesforceImport.Stores;

/// <summary>
/// The decided changes of one batch, numbered within its run, with the run's new checkpoint: all of it is applied in one
/// transaction, or none.
/// </summary>
public sealed class ChangeSet
{
    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>The run's epoch, from <see cref="ContactStore.OpenRunAsync"/>. An older one than the store's is refused.</summary>
    public required long Epoch { get; init; }

    /// <summary>The number of this change set in its run, from 1. It is applied only on top of the one before.</summary>
    public required long Sequence { get; init; }

    /// <summary>The kind of rows changed.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The org the records came from.</summary>
    public required SalesforceId Org { get; init; }

    /// <summary>Where the run stands once this is applied: position, tallies, calls. Opaque text.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>The changes. Sources move between rows freely within a set: apply drops and removals before puts and creations.</summary>
    public IReadOnlyList<RowChange> Changes { get; init; } = [];

    /// <summary>Sources that belong to no row yet, to keep or replace.</summary>
    public IReadOnlyList<StoredSource> PutOrphans { get; init; } = [];

    /// <summary>Sources that belonged to no row and now do, or are no longer of interest.</summary>
    public IReadOnlyList<SourceKey> DroppedOrphans { get; init; } = [];

    /// <summary>
    /// Records of the org that were looked up and belonged to no row, nor were linked to. A row, orphan or erasure for one
    /// of them that has appeared since is a conflict.
    /// </summary>
    public IReadOnlyCollection<SalesforceId> AbsentSources { get; init; } = [];

    /// <summary>E-mails that were looked up and matched no row. A row or erasure for one of them that has appeared since is a conflict.</summary>
    public IReadOnlyCollection<string> AbsentEmails { get; init; } = [];

    /// <summary>
    /// Whether the absent keys were looked up after the run's change set before this one was applied. Then only somebody
    /// else can have put one since, and a store need not look among what only the holder of the lease writes. A store that
    /// takes no notice is right as well, only slower.
    /// </summary>
    public bool AbsentSincePrevious { get; init; }

    /// <summary>Whether <see cref="AbsentEmails"/> were looked up in every org.</summary>
    public bool EmailsOfAnyOrg { get; init; }

    /// <summary>Links of the org to keep or replace.</summary>
    public IReadOnlyList<StoredLink> PutLinks { get; init; } = [];

    /// <summary>Links of the org that are no more; one that is not there is passed over.</summary>
    public IReadOnlyList<LinkKey> DroppedLinks { get; init; } = [];

    /// <summary>What became of each record of the batch, and of earlier ones whose outcome it changed: one log per object.</summary>
    public IReadOnlyList<RecordLog> Logs { get; init; } = [];
}
