namespace SalesforceImport.Sqlite;

/// <summary>When SQLite waits for the disk. Either way a commit survives the death of the process.</summary>
public enum SqliteSynchronous
{
    /// <summary>
    /// The disk is waited for at checkpoints only. After a power failure the last change sets may be missing, together
    /// with their checkpoints: a resumed run imports them again, and nothing is lost or doubled.
    /// </summary>
    Normal,

    /// <summary>The disk is waited for at every commit, so that a commit survives a power failure too.</summary>
    Full,
}
