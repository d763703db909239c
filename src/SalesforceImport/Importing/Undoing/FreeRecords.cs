using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Which of the records that a batch wants to put back may come.</summary>
internal sealed class FreeRecords
{
    private readonly HashSet<SourceKey> _owned = [];
    private readonly HashSet<SourceKey> _erased = [];
    private readonly HashSet<SourceKey> _orphans = [];

    private FreeRecords()
    {
    }

    public static async Task<FreeRecords> FindAsync(
        UndoScope scope, RecordKind kind, IEnumerable<StoredSource> wanted, CancellationToken cancellationToken)
    {
        var free = new FreeRecords();
        foreach (var ofOrg in wanted.GroupBy(source => source.Key.Org))
        {
            var found = await scope.Store.FindAsync(
                new FindRequest
                {
                    Kind = kind,
                    Org = ofOrg.Key,
                    Run = scope.Run,
                    Sources = ofOrg.Select(source => source.Key.Id).ToHashSet(),
                    Emails = ofOrg.Select(source => source.Email).OfType<string>().ToHashSet(),
                },
                cancellationToken).ConfigureAwait(false);
            free._owned.UnionWith(found.Rows.SelectMany(row => row.Sources).Select(source => source.Key));
            free._orphans.UnionWith(found.Orphans.Select(orphan => orphan.Key));
            free._erased.UnionWith(ofOrg
                .Where(source => found.ErasedSources.Contains(source.Key.Id) || (source.Email is { } email && found.ErasedEmails.Contains(email)))
                .Select(source => source.Key));
        }

        return free;
    }

    /// <summary>The records that may come; what is left of the others goes into the decision.</summary>
    public List<SourceImage> Among(IEnumerable<SourceImage> wanted, long row, RecordKind kind, UndoDecision decision)
    {
        var free = new List<SourceImage>();
        foreach (var source in wanted)
        {
            if (_erased.Contains(source.Key) || _owned.Contains(source.Key))
            {
                var reason = _erased.Contains(source.Key) ? UndoLeftReason.Erased : UndoLeftReason.BelongsToAnotherRow;
                decision.Left.Add(new() { Kind = kind, RowId = row, Record = source.Key.Id, Reason = reason });
                continue;
            }

            // Where two rows ask for one record, the first one has it.
            free.Add(source);
            _owned.Add(source.Key);
            if (_orphans.Contains(source.Key))
            {
                decision.DroppedOrphans.Add(source.Key);
            }
        }

        return free;
    }
}
