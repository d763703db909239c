namespace SalesforceImport;

/// <summary>Why a record was skipped or failed.</summary>
public enum RecordReason
{
    /// <summary>No reason needed: created, updated, unchanged or collapsed.</summary>
    None,

    /// <summary>Skipped: a lead that was converted; its contact stands for it.</summary>
    Converted,

    /// <summary>Skipped: the person was erased from the store and stays so.</summary>
    Erased,

    /// <summary>Skipped: an account that is a person; its contact stands for it.</summary>
    PersonAccount,

    /// <summary>Skipped: a role in an opportunity that is not the contact's newest, where only that one is asked for.</summary>
    NotNewest,

    /// <summary>Skipped: a member of a campaign that is an account, neither a contact nor a lead.</summary>
    AccountMember,

    /// <summary>Skipped: a record that was merged into another one, which stands for it.</summary>
    Merged,

    /// <summary>Gone: deleted in the org.</summary>
    Deleted,

    /// <summary>Gone: still in the org, but no longer part of what is selected.</summary>
    LeftSelection,

    /// <summary>Failed: a value does not fit the type of its property.</summary>
    ValueMismatch,

    /// <summary>Failed: the row kept being changed by others while it was decided.</summary>
    Conflict,

    /// <summary>Failed: its row was to be merged into another one, but the host's own tables still refer to it.</summary>
    Referenced,
}
