namespace SalesforceImport.Sqlite.Internal;

/// <summary>Reads rows whole: values, sources, and what one run has changed in them.</summary>
internal sealed class RowReader(Session session, KindLayout layout, SourceTable sources)
{
    private readonly TextArena _texts = new();

    public StoredRow? Read(long id, Run? run, bool withRuns = false)
    {
        using var row = session.Get(layout.SelectRow).Bind(1, id);
        if (!row.Step())
        {
            return null;
        }

        var leader = ReadLeader(row);
        long? createdBy = row.IsNull(2) ? null : row.Int64(2);
        return new()
        {
            Id = id,
            Version = row.Int64(1),
            Values = ReadValues(row),
            Leader = leader?.Key,
            Sources = Sources(id, leader),
            CreatedByRun = createdBy is { } number ? Run.IdOf(session, number) : null,
            WrittenByHost = createdBy is not null && row.Int64(1) >= RowFacts.HostStep,
            ChangedByRuns = withRuns ? HistoryTable.Changers(session, layout.Kind, id) : [],
            ChangesOfRun = run is { HasHistory: true } && run.Number != createdBy ? Changes(run.Number, id) : [],
        };
    }

    public FieldValue[] ReadValues(Statement row)
    {
        var values = new FieldValue[layout.Columns.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ValueReading.Read(row, KindLayout.RowHead + i, layout.Types[i], _texts, layout.Table, layout.Columns[i]);
        }

        return values;
    }

    /// <summary>The leader as far as the row holds it; null for a row of the host's own.</summary>
    public static StoredSource? ReadLeader(Statement row) => row.IsNull(3) || row.IsNull(4) ? null : new()
    {
        Key = new(row.Id(3), row.Id(4)),
        Object = row.TextOrNull(5) ?? string.Empty,
        CreatedDate = row.IsNull(6) ? null : new DateTimeOffset(row.Int64(6), TimeSpan.Zero),
        Email = row.TextOrNull(7),
    };

    private List<StoredSource> Sources(long id, StoredSource? leader)
    {
        var kept = sources.Any ? sources.OfRow(id) : [];
        if (leader is not null && !kept.Exists(source => source.Key == leader.Key))
        {
            kept.Insert(0, leader);
        }

        return kept;
    }

    private IReadOnlyList<PropertyChange> Changes(long run, long row)
    {
        var found = HistoryTable.Find(session, run, layout.Kind, row);
        return found is null
            ? []
            : [.. from change in found.Changes
                  let property = layout.Schema.IndexOf(change.Property)
                  where property >= 0
                  select new PropertyChange(property, change.Before, change.After)];
    }
}
