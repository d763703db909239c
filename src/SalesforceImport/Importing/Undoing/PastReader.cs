using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>Brings together what a run did to rows, what others did since, and what the rows are now.</summary>
internal sealed class PastReader(UndoScope scope, KindSchema schema)
{
    public async Task<IReadOnlyDictionary<long, RowPast>> ReadAsync(IReadOnlyList<HistoryEntry> entries, CancellationToken cancellationToken)
    {
        var pasts = new Dictionary<long, RowPast>();
        var walks = new Dictionary<string, HistoryWalk>();
        var ofRow = entries.ToDictionary(entry => entry.RowId);
        var rows = await scope.FindAsync(schema.Kind, ofRow.Keys, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows.OrderBy(row => row.Id))
        {
            var ofRuns = new List<RowEntry>();
            foreach (var (run, isUndone) in await WorthReadingAsync(row, cancellationToken).ConfigureAwait(false))
            {
                if (!walks.TryGetValue(run, out var walk))
                {
                    walks.Add(run, walk = new(scope.Store, run, schema.Kind));
                }

                var entry = run == scope.Plan.Undoes ? ofRow[row.Id] : await walk.FindAsync(row.Id, cancellationToken).ConfigureAwait(false);
                if (entry is not null)
                {
                    ofRuns.Add(new(run, entry, await scope.StandsAsync(run, cancellationToken).ConfigureAwait(false), isUndone));
                }
            }

            pasts.Add(row.Id, new(schema, ofRuns, scope.Plan.Undoes, row));
        }

        return pasts;
    }

    /// <summary>The run and those since; before it, only where one of them was undone.</summary>
    private async Task<IEnumerable<(string Run, bool IsUndone)>> WorthReadingAsync(StoredRow row, CancellationToken cancellationToken)
    {
        var runs = new List<(string Run, bool IsUndone)>();
        bool reached = false;
        foreach (string run in row.ChangedByRuns)
        {
            reached |= run == scope.Plan.Undoes;
            runs.Add((run, !reached && !scope.Plan.IsRedo && await scope.IsUndoneAsync(run, cancellationToken).ConfigureAwait(false)));
        }

        return runs.SkipWhile(run => !run.IsUndone && run.Run != scope.Plan.Undoes);
    }
}
