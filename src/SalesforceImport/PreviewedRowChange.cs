namespace SalesforceImport;

/// <summary>What a run would do to a row.</summary>
public enum PreviewedRowChange
{
    /// <summary>Make it.</summary>
    Create,

    /// <summary>Change values of it, or which records feed it.</summary>
    Update,

    /// <summary>Merge it into another one.</summary>
    Merge,

    /// <summary>Delete it: its records are gone.</summary>
    Delete,
}
