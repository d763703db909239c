namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Reads rows whole: values, sources, and what one run has changed in them.</summary>
internal sealed class RowReader(Session session, KindLayout layout, Ground ground)
{
    private readonly TextArena _texts = new();
    private readonly Dictionary<long, List<StoredSource>> _sources = [];
    private readonly Dictionary<long, HistoryEntry> _changes = [];
    private readonly Dictionary<long, List<string>> _changers = [];

    /// <summary>The rows that are there, by id.</summary>
    public async Task<List<StoredRow>> ReadAsync(IEnumerable<long> ids, Run? run, bool withRuns, CancellationToken cancellationToken)
    {
        long[] wanted = [.. ids.Order()];
        var heads = new List<Head>(wanted.Length);
        if (wanted.Length == 0)
        {
            return [];
        }

        var round = session.Round().Read(
            $"SELECT {layout.RowColumns}, (SELECT i.id FROM imports i WHERE i.number = _created_by) AS created_by_run FROM {layout.Table} WHERE id = ANY ($1) ORDER BY id",
            [wanted],
            row => heads.Add(ReadHead(row)));
        if (ground.AnySources)
        {
            SourceTable.OfRows(round, layout, wanted, (row, source) => Keep(_sources, row, source));
        }

        if (withRuns)
        {
            HistoryTable.Changers(round, layout.Kind, wanted, (row, changer) => Keep(_changers, row, changer));
        }

        if (run is { HasHistory: true })
        {
            HistoryTable.Read(round, run.Number, layout.Kind, wanted, _changes);
        }

        await round.SendAsync(cancellationToken).ConfigureAwait(false);
        return [.. heads.Select(head => Assemble(head, run))];
    }

    public static FieldValue[] ReadValues(NpgsqlDataReader row, KindLayout layout, TextArena texts)
    {
        var values = new FieldValue[layout.Columns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ValueReading.Read(row, KindLayout.RowHead + i, layout.Types[i], texts, layout.Table);
        }

        return values;
    }

    /// <summary>The leader as far as the row holds it; null for a row of the host's own.</summary>
    public static StoredSource? ReadLeader(NpgsqlDataReader row) => row.IsDBNull(3) || row.IsDBNull(4) ? null : new()
    {
        Key = new(row.Id(3), row.Id(4)),
        Object = row.TextOrNull(5) ?? string.Empty,
        CreatedDate = row.InstantOrNull(6),
        Email = NulText.Decode(row.TextOrNull(7)),
    };

    private Head ReadHead(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.NumberOrNull(2),
        row.TextOrNull(KindLayout.RowHead + layout.Columns.Count),
        ReadLeader(row),
        ReadValues(row, layout, _texts));

    private static void Keep<T>(Dictionary<long, List<T>> byRow, long row, T one)
    {
        if (!byRow.TryGetValue(row, out var ofRow))
        {
            byRow.Add(row, ofRow = []);
        }

        ofRow.Add(one);
    }

    private StoredRow Assemble(Head head, Run? run) => new()
    {
        Id = head.Id,
        Version = head.Version,
        Values = head.Values,
        Leader = head.Leader?.Key,
        Sources = Sources(head),
        CreatedByRun = head.CreatedByRun,
        WrittenByHost = head.CreatedBy is not null && head.Version >= RowFacts.HostStep,
        ChangedByRuns = _changers.GetValueOrDefault(head.Id) ?? [],
        ChangesOfRun = run is not null && run.Number != head.CreatedBy ? Changes(head.Id) : [],
    };

    private List<StoredSource> Sources(Head head)
    {
        var kept = _sources.GetValueOrDefault(head.Id) ?? [];
        if (head.Leader is { } leader && !kept.Exists(source => source.Key == leader.Key))
        {
            kept.Insert(0, leader);
        }

        return kept;
    }

    private IReadOnlyList<PropertyChange> Changes(long row) => !_changes.TryGetValue(row, out var entry)
        ? []
        : [.. from change in entry.Changes
              let property = layout.Schema.IndexOf(change.Property)
              where property >= 0
              select new PropertyChange(property, change.Before, change.After)];

    private readonly record struct Head(long Id, long Version, long? CreatedBy, string? CreatedByRun, StoredSource? Leader, FieldValue[] Values);
}
