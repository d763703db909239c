using SalesforceImport.Reporting;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>Counts what a run changed in rows that were there before it, from the store's history.</summary>
internal sealed class ChangeCounter(ContactStore store)
{
    private const int EntriesAtATime = 1_000;

    /// <summary>The kinds in whose rows the run changed anything.</summary>
    public async Task<IReadOnlyList<KindChanges>> CountAsync(StoredRun run, CancellationToken cancellationToken)
    {
        var changes = new List<KindChanges>();
        foreach (var kind in run.Kinds.Order())
        {
            if (await CountAsync(run.Run, kind, cancellationToken).ConfigureAwait(false) is { } ofKind)
            {
                changes.Add(ofKind);
            }
        }

        return changes;
    }

    private async Task<KindChanges?> CountAsync(string run, RecordKind kind, CancellationToken cancellationToken)
    {
        var total = new KindChanges { Kind = kind };
        var properties = new Dictionary<string, long>();
        long after = 0;
        IReadOnlyList<HistoryEntry> entries;
        do
        {
            entries = await store.ReadHistoryAsync(run, kind, after, EntriesAtATime, cancellationToken).ConfigureAwait(false);
            foreach (var entry in entries)
            {
                after = entry.RowId;
                total = Add(total, entry);
                foreach (var change in entry.Removed ? [] : entry.Changes)
                {
                    properties[change.Property] = properties.GetValueOrDefault(change.Property) + 1;
                }
            }
        }
        while (entries.Count == EntriesAtATime);

        return total == new KindChanges { Kind = kind }
            ? null
            : total with
            {
                Properties = [.. properties.OrderByDescending(property => property.Value).ThenBy(property => property.Key, StringComparer.Ordinal).Select(property => new PropertyChanges(property.Key, property.Value))],
            };
    }

    private static KindChanges Add(KindChanges total, HistoryEntry entry) => entry switch
    {
        { Removed: true, MergedInto: not null } => total with { Merged = total.Merged + 1 },
        { Removed: true } => total with { Removed = total.Removed + 1 },
        _ => total with
        {
            Restored = total.Restored + (entry.Restored ? 1 : 0),
            Changed = total.Changed + (entry.Changes.Count > 0 && !entry.Restored ? 1 : 0),
        },
    };
}
