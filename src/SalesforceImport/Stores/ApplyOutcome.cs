namespace SalesforceImport.Stores;

/// <summary>What a store did with a change set.</summary>
public enum ApplyOutcome
{
    /// <summary>Applied, committed, durable.</summary>
    Applied,

    /// <summary>This change set, by run and sequence, was applied before; nothing was done.</summary>
    AlreadyApplied,

    /// <summary>Another process has taken the run over (the epoch is older than the store's); nothing was done.</summary>
    Superseded,

    /// <summary>Something the decision rests on has changed; nothing was done. The result names the keys.</summary>
    Conflict,

    /// <summary>A row that was to go is still referred to by the host's own tables; nothing was done. The result names it.</summary>
    Refused,
}
