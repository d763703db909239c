using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>
/// Copies what a preview is about to touch from the host's store into the scratch, each thing once: rows with their sources,
/// sources without a row, links. What the preview does to them from then on, the scratch knows. Not thread-safe.
/// </summary>
internal sealed class PreviewSeed(ContactStore scratch, SalesforceId org)
{
    // New rows get ids above all that the host has: of two rows, the one made earlier has the lower id.
    private const long FirstNewId = 1L << 48;

    private readonly HashSet<(RecordKind, long)> _rows = [];
    private readonly HashSet<SourceKey> _sources = [];
    private readonly HashSet<LinkKey> _links = [];
    private readonly HashSet<RecordKind> _raised = [];
    private long _sequence;

    /// <summary>The run in the scratch; set when it is opened.</summary>
    public OpenedRun? Run { get; set; }

    public bool Holds(SalesforceId source) => _sources.Contains(new(org, source));

    public bool Holds(LinkKey link) => _links.Contains(link);

    public async Task SeedAsync(RecordKind kind, int properties, FindResult found, CancellationToken cancellationToken)
    {
        var rows = found.Rows.Where(row => _rows.Add((kind, row.Id))).ToList();
        var orphans = found.Orphans.Where(orphan => _sources.Add(orphan.Key)).ToList();
        _sources.UnionWith(rows.SelectMany(row => row.Sources).Select(source => source.Key));
        var changes = rows.Select(Restore).ToList();
        if (_raised.Add(kind))
        {
            changes.Insert(0, new RestoreRow { Id = FirstNewId, Values = new FieldValue[properties] });
        }

        if (changes.Count + orphans.Count == 0)
        {
            return;
        }

        await ApplyAsync(new ChangeSet { Run = Run!.Run.Run, Epoch = Run.Epoch, Sequence = 1, Kind = kind, Org = org, Checkpoint = string.Empty, Changes = changes, PutOrphans = orphans }, cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task SeedAsync(RecordKind kind, IEnumerable<StoredLink> found, CancellationToken cancellationToken)
    {
        var links = found.Where(link => _links.Add(link.Key)).ToList();
        if (links.Count > 0)
        {
            await ApplyAsync(new ChangeSet { Run = Run!.Run.Run, Epoch = Run.Epoch, Sequence = 1, Kind = kind, Org = org, Checkpoint = string.Empty, PutLinks = links }, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Applies to the scratch, numbered for it: what is seeded takes numbers too.</summary>
    public Task<ApplyResult> ApplyAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        _links.UnionWith(changes.PutLinks.Select(link => link.Key));
        return scratch.ApplyAsync(
            new ChangeSet
            {
                Run = changes.Run,
                Epoch = changes.Epoch,
                Sequence = ++_sequence,
                Kind = changes.Kind,
                Org = changes.Org,
                Checkpoint = changes.Checkpoint,
                Changes = changes.Changes,
                PutOrphans = changes.PutOrphans,
                DroppedOrphans = changes.DroppedOrphans,
                AbsentSources = changes.AbsentSources,
                AbsentEmails = changes.AbsentEmails,
                EmailsOfAnyOrg = changes.EmailsOfAnyOrg,
                PutLinks = changes.PutLinks,
                DroppedLinks = changes.DroppedLinks,
                Logs = changes.Logs,
            },
            cancellationToken);
    }

    private static RestoreRow Restore(StoredRow row) => new()
    {
        Id = row.Id,
        Values = row.Values,
        Leader = row.Sources.FirstOrDefault(source => source.Key == row.Leader),
        OtherSources = [.. row.Sources.Where(source => source.Key != row.Leader)],
    };
}
