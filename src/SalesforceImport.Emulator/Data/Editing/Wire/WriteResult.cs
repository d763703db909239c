namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>What became of one record of a request.</summary>
/// <param name="Id">The record's id; none where there is no such record.</param>
/// <param name="Created">Whether the write made the record.</param>
/// <param name="Error">Why it was refused; null where it was not.</param>
internal sealed record WriteResult(RecordId Id, bool Created = false, WriteException? Error = null)
{
    public static WriteResult Refused(WriteException error) => new(default, Error: error);
}
