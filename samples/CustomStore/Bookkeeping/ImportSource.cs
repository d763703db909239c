using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>A Salesforce record that feeds a row, or waits for one. Its key makes it belong to one row at most.</summary>
internal sealed class ImportSource
{
    public RecordKind Kind { get; set; }

    public required string Org { get; set; }

    public required string Id { get; set; }

    /// <summary>The row; null while the record waits for one.</summary>
    public long? RowId { get; set; }

    public bool IsLeader { get; set; }

    public required string Object { get; set; }

    public DateTimeOffset? CreatedDate { get; set; }

    public string? Email { get; set; }

    public string? LinkedTo { get; set; }

    public bool Contributes { get; set; }

    /// <summary>The record's own values, a JSON object by property name; null where the row's values are the record's.</summary>
    public string? Values { get; set; }

    public static ImportSource Of(RecordKind kind, StoredSource source, KindSchema schema)
    {
        var row = new ImportSource { Kind = kind, Org = source.Key.Org.ToString(), Id = source.Key.Id.ToString(), Object = source.Object };
        row.Set(source, schema);
        return row;
    }

    public void Set(StoredSource source, KindSchema schema)
    {
        Object = source.Object;
        CreatedDate = source.CreatedDate;
        Email = source.Email;
        LinkedTo = source.LinkedTo?.ToString();
        Contributes = source.Contributes;
        Values = source.Values is { } values ? schema.ToJson(values) : null;
    }

    public SourceKey Key => new(SalesforceId.Parse(Org), SalesforceId.Parse(Id));

    public StoredSource Read(KindSchema schema) => new()
    {
        Key = Key,
        Object = Object,
        CreatedDate = CreatedDate,
        Email = Email,
        LinkedTo = LinkedTo is { } id ? SalesforceId.Parse(id) : null,
        Contributes = Contributes,
        Values = Values is { } values ? schema.FromJson(values) : null,
    };
}
