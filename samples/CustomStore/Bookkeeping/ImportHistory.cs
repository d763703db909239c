using System.Text.Json;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>What a run did to a row that was there before it: what an undo goes by.</summary>
internal sealed class ImportHistory
{
    public required string Run { get; set; }

    public RecordKind Kind { get; set; }

    public long RowId { get; set; }

    /// <summary>A JSON object: by property name, the value before and the value after.</summary>
    public string Changes { get; set; } = "{}";

    public bool Removed { get; set; }

    public long? MergedInto { get; set; }

    public string? CreatedByRun { get; set; }

    public bool Restored { get; set; }

    /// <summary>The row's records before the run, as a JSON array; null where the run has left them alone.</summary>
    public string? SourcesBefore { get; set; }

    public bool SaysNothing => Changes == "{}" && !Removed && !Restored && SourcesBefore is null;

    public void KeepSources(IEnumerable<ImportSource> sources) => SourcesBefore ??= JsonSerializer.Serialize(sources, PropertyJson.Options);

    public IReadOnlyList<ImportSource> ReadSources() =>
        SourcesBefore is { } sources ? JsonSerializer.Deserialize<List<ImportSource>>(sources, PropertyJson.Options)! : [];

    public HistoryEntry Read(KindSchema schema)
    {
        var sources = ReadSources();
        return new()
        {
            RowId = RowId,
            Kind = Kind,
            Changes = [.. schema.ReadChanges(Changes)],
            Removed = Removed,
            MergedInto = MergedInto,
            CreatedByRun = CreatedByRun,
            Restored = Restored,
            SourcesBefore = SourcesBefore is null ? null : [.. sources.Select(source => source.Read(schema))],
            LeaderBefore = sources.FirstOrDefault(source => source.IsLeader)?.Key,
        };
    }
}
