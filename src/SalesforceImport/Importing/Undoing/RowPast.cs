using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing.Undoing;

/// <summary>
/// A row that is there: before the run that is undone, after it, and now. What it was after the run follows from what the
/// runs since have found.
/// </summary>
internal sealed class RowPast
{
    private readonly List<(RowEntry Of, RowState Before, RowState After)> _later;

    /// <param name="schema">The properties.</param>
    /// <param name="entries">What the run and others did to the row, oldest first.</param>
    /// <param name="run">The run that is undone.</param>
    /// <param name="row">The row now.</param>
    public RowPast(KindSchema schema, IReadOnlyList<RowEntry> entries, string run, StoredRow row)
    {
        int index = entries.TakeWhile(one => one.Run != run).Count();
        Entry = entries[index].Entry;
        Row = row;
        Now = RowState.Of([.. row.Values], row.Sources, row.Leader);
        var states = States(schema, entries);
        _later = [.. entries.Zip(states, (one, state) => (one, state.Before, state.After)).Skip(index + 1)];
        After = states[index].After;
        Before = states[index].Before;

        // What an earlier undo had to leave, because this run had gone over it, goes back with this run.
        for (int earlier = index - 1; earlier >= 0; earlier--)
        {
            if (entries[earlier].IsUndone)
            {
                bool MayGoBack(int property) =>
                    entries[index].Changes(schema.Properties[property].Name)
                    && !entries.Take(index).Skip(earlier + 1).Any(one => one.Stands && one.Changes(schema.Properties[property].Name));
                Before = Before.Without(states[earlier].Before, states[earlier].After, MayGoBack);
            }
        }
    }

    public HistoryEntry Entry { get; }

    public StoredRow Row { get; }

    public RowState Before { get; }

    public RowState After { get; }

    public RowState Now { get; }

    /// <summary>Whether an import since, whose work stands, has changed the row or its records.</summary>
    public bool HasStandingChanges => _later.Any(later => later.Of.Stands);

    public bool IsTouchedBy(string run) => _later.Any(later => later.Of.Run == run);

    /// <summary>The records that came with the run and have not been read anew since.</summary>
    public List<SourceImage> Gained() =>
    [
        .. After.Sources.Keys.Where(key => !Before.Sources.ContainsKey(key) && !HasChangedSince(key))
            .Select(key => Now.Sources.GetValueOrDefault(key))
            .OfType<SourceImage>(),
    ];

    /// <summary>The records that went with the run and are not back.</summary>
    public List<SourceImage> Lost() =>
        [.. Before.Sources.Values.Where(source => !After.Sources.ContainsKey(source.Key) && !Now.Sources.ContainsKey(source.Key))];

    public bool HasChangedSince(string property) => _later.Any(later => later.Of.Stands && later.Of.Changes(property));

    private bool HasChangedSince(SourceKey record) => _later.Any(later =>
        later.Of.Stands && !Equals(later.Before.Sources.GetValueOrDefault(record), later.After.Sources.GetValueOrDefault(record)));

    private static bool Equals(SourceImage? one, SourceImage? other) => one is null || other is null ? one == other : one.Says(other);

    /// <summary>The row before and after each entry: values from the last one on, records as the next entry that kept them found them.</summary>
    private (RowState Before, RowState After)[] States(KindSchema schema, IReadOnlyList<RowEntry> entries)
    {
        var states = new (RowState Before, RowState After)[entries.Count];
        var values = Now.Values;
        var (sources, leader) = (Row.Sources, Row.Leader);
        for (int i = entries.Count - 1; i >= 0; i--)
        {
            var entry = entries[i].Entry;
            var after = RowState.Of(values, sources, leader);
            values = RowState.Before(entry, values, schema);
            (sources, leader) = entry.SourcesBefore is { } kept ? (kept, entry.LeaderBefore) : (sources, leader);
            states[i] = (RowState.Of(values, sources, leader), after);
        }

        return states;
    }
}
