namespace SalesforceImport.Stores;

/// <summary>
/// What became of every record of one batch, packed: a few bytes per record, so that each can answer for itself at the
/// cost of one row per batch. Opaque to the store, which keeps it with the change set and finds it by range.
/// </summary>
/// <param name="Object">The records' object, such as <c>Contact</c>.</param>
/// <param name="First">The lowest id in the log.</param>
/// <param name="Last">The highest id in the log.</param>
/// <param name="Data">The packed outcomes.</param>
public sealed record RecordLog(string Object, SalesforceId First, SalesforceId Last, ReadOnlyMemory<byte> Data);
