using System.Text.Json;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Bookkeeping;

/// <summary>A link as it was before a run first touched it.</summary>
internal sealed class ImportLinkHistory
{
    public required string Run { get; set; }

    public required string Org { get; set; }

    public LinkKind Kind { get; set; }

    public required string From { get; set; }

    public required string To { get; set; }

    /// <summary>The link as JSON; null where there was none.</summary>
    public string? Before { get; set; }

    public LinkKey Key => new(Kind, SalesforceId.Parse(From), SalesforceId.Parse(To));

    public static ImportLinkHistory Of(string run, string org, LinkKey key, ImportLink? before) => new()
    {
        Run = run,
        Org = org,
        Kind = key.Kind,
        From = key.From.ToString(),
        To = key.To.ToString(),
        Before = before is null ? null : JsonSerializer.Serialize(before, PropertyJson.Options),
    };

    public StoredLink? ReadBefore() => Before is { } link ? JsonSerializer.Deserialize<ImportLink>(link, PropertyJson.Options)!.Read() : null;
}
