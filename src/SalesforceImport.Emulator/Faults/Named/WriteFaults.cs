using static SalesforceImport.Emulator.Faults.Named.Bodies;

namespace SalesforceImport.Emulator.Faults.Named;

/// <summary>Faults of writes. They strike whatever asks for a record, unless the order says which method.</summary>
internal static class WriteFaults
{
    public static IReadOnlyList<NamedFault> All { get; } =
    [
        new("lock-row", "Someone else is writing the record or its parent; a moment later it works.", Records, Error(400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record")),
        new("storage-limit", "The org is full.", Records, Error(400, "STORAGE_LIMIT_EXCEEDED", "storage limit exceeded"), null),
        new("read-only-mode", "The org can be read only, for maintenance.", Records, Error(400, "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", "Inserts, updates and deletes are not allowed during maintenance"), null),
    ];
}
