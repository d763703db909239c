using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>What became of the records of a batch, packed by the library.</summary>
internal sealed class ImportLog
{
    public long Number { get; set; }

    public required string Run { get; set; }

    public long Sequence { get; set; }

    public required string Object { get; set; }

    public required string First { get; set; }

    public required string Last { get; set; }

    public required byte[] Data { get; set; }

    public StoredRecordLog Read() => new(Sequence, new(Object, SalesforceId.Parse(First), SalesforceId.Parse(Last), Data));
}
