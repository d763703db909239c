namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What runs did to rows that were there before them.</summary>
internal static class HistoryTable
{
    private const string Columns =
        "row_id, kind, removed, merged_into, changes, restored, (SELECT i.id FROM imports i WHERE i.number = created_by), leader_before, sources_before";

    /// <summary>What a run did to some rows of a kind, by row, without the records they had.</summary>
    public static void Read(Round round, long run, RecordKind kind, long[] rows, Dictionary<long, HistoryEntry> into) => round.Read(
        $"SELECT {Columns} FROM import_history WHERE import = $1 AND kind = $2 AND row_id = ANY ($3)",
        [run, kind.Name(), rows],
        row => into[row.GetInt64(0)] = Read(row, schema: null));

    /// <summary>Keeps what a run did to rows in place of what is there; an entry that says nothing goes.</summary>
    public static void Put(Round round, long run, RecordKind kind, IReadOnlyCollection<HistoryLine> lines)
    {
        long[] silent = [.. lines.Where(line => !line.Tells).Select(line => line.Entry.RowId)];
        if (silent.Length > 0)
        {
            object?[] which = [run, kind.Name(), silent];
            round
                .Run("DELETE FROM import_history WHERE import = $1 AND kind = $2 AND row_id = ANY ($3) AND sources_before IS NULL", which)
                .Run(
                    "UPDATE import_history SET removed = false, merged_into = NULL, changes = '[]', restored = false, created_by = NULL "
                    + "WHERE import = $1 AND kind = $2 AND row_id = ANY ($3)",
                    which);
        }

        if (lines.Count > silent.Length)
        {
            PutTelling(round, run, kind, [.. lines.Where(line => line.Tells)]);
        }
    }

    /// <summary>
    /// Keeps the records of rows as they were before the run, in the form of <see cref="SourceImages"/>. What the run does to
    /// them first is what counts.
    /// </summary>
    public static void KeepSources(Round round, KindLayout layout, long run, long[] rows) => round.Run(
        $"""
        INSERT INTO import_history AS h (import, kind, row_id, removed, changes, restored, leader_before, sources_before)
        SELECT $1, $2, t.id, false, '[]', false, t.org_id || t.salesforce_id, (SELECT coalesce(json_agg(s), '[]') FROM (
            SELECT x.org_id AS org, x.salesforce_id AS id, x.salesforce_object AS object, x.contributes, {Ticks("x.created_at")} AS created,
                {Escaped("x.email")} AS email, x.linked_to AS "linkedTo", x."values"::text AS "values"
            FROM import_sources x WHERE x.kind = $2 AND x.row_id = t.id
            UNION ALL
            SELECT t.org_id, t.salesforce_id, coalesce(t.salesforce_object, ''), true, {Ticks("t._leader_created")}, {Escaped("t._match_email")}, NULL, NULL
            WHERE t.salesforce_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM import_sources x
                WHERE x.kind = $2 AND x.org_id = t.org_id AND x.salesforce_id = t.salesforce_id AND x.row_id = t.id)) AS s)
        FROM {layout.Table} t WHERE t.id = ANY ($3)
        ON CONFLICT (import, kind, row_id) DO UPDATE SET leader_before = excluded.leader_before, sources_before = excluded.sources_before
        WHERE h.sources_before IS NULL
        """,
        run, layout.Name, rows);

    public static async Task<IReadOnlyList<HistoryEntry>> PageAsync(
        Session session, string run, StoreSchema schema, long after, int take, CancellationToken cancellationToken)
    {
        var page = new List<HistoryEntry>();
        await session.Round()
            .Read(
                $"SELECT {Columns} FROM import_history WHERE import = (SELECT number FROM imports WHERE id = $1) AND kind = $2 AND row_id > $3 ORDER BY row_id LIMIT $4",
                [run, schema.Kind.Name(), after, take],
                row => page.Add(Read(row, schema)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return page;
    }

    /// <summary>The runs that have history of rows, oldest first.</summary>
    public static void Changers(Round round, RecordKind kind, long[] rows, Action<long, string> read) => round.Read(
        "SELECT h.row_id, i.id FROM import_history h JOIN imports i ON i.number = h.import WHERE h.kind = $1 AND h.row_id = ANY ($2) ORDER BY i.number",
        [kind.Name(), rows],
        row => read(row.GetInt64(0), row.GetString(1)));

    /// <summary>Drops all that is known of a row and of the rows that were merged into it, however long the chain.</summary>
    public static void Forget(Round round, RecordKind kind, long row) => round.Run(
        """
        WITH RECURSIVE persons (id) AS (
            SELECT $2::bigint
            UNION
            SELECT h.row_id FROM import_history h JOIN persons p ON h.merged_into = p.id WHERE h.kind = $1
        )
        DELETE FROM import_history WHERE kind = $1 AND row_id IN (SELECT id FROM persons)
        """,
        kind.Name(), row);

    /// <summary>
    /// Drops what runs did to rows up to the time one of these records left them: what those rows held before was, in part,
    /// its values.
    /// </summary>
    public static void Forget(Round round, RecordKind kind, IReadOnlyCollection<SourceKey> left) => round.Run(
        """
        DELETE FROM import_history h USING (
            SELECT held.row_id, max(held.import) AS last FROM import_history held, unnest($2::text[]) AS k (record)
            WHERE held.kind = $1 AND strpos(held.sources_before::text, k.record) > 0 GROUP BY held.row_id) AS gone
        WHERE h.kind = $1 AND h.row_id = gone.row_id AND h.import <= gone.last
        """,
        kind.Name(), left.Select(key => $"\"org\":\"{key.Org}\",\"id\":\"{key.Id}\"").ToArray());

    private static void PutTelling(Round round, long run, RecordKind kind, List<HistoryLine> lines) => round.Run(
        """
        INSERT INTO import_history (import, kind, row_id, removed, merged_into, changes, restored, created_by)
        SELECT $1, $2, e.row_id, e.removed, e.merged_into, e.changes::json, e.restored, e.created_by
        FROM unnest($3::bigint[], $4::boolean[], $5::bigint[], $6::text[], $7::boolean[], $8::bigint[]) AS e (row_id, removed, merged_into, changes, restored, created_by)
        ON CONFLICT (import, kind, row_id) DO UPDATE SET (removed, merged_into, changes, restored, created_by) =
            (excluded.removed, excluded.merged_into, excluded.changes, excluded.restored, excluded.created_by)
        """,
        run,
        kind.Name(),
        lines.Select(line => line.Entry.RowId).ToArray(),
        lines.Select(line => line.Entry.Removed).ToArray(),
        lines.Select(line => line.Entry.MergedInto).ToArray(),
        lines.Select(line => HistoryChanges.ToJson(line.Entry.Changes)).ToArray(),
        lines.Select(line => line.Entry.Restored).ToArray(),
        lines.Select(line => line.CreatedBy).ToArray());

    // .NET's ticks, which are tenths of microseconds since the year 1.
    private static string Ticks(string instant) => $"((extract(epoch FROM {instant}) * 1000000)::bigint * 10 + {DateTimeOffset.UnixEpoch.Ticks})::text";

    // A column holds the picture of a NUL character, JSON the character itself.
    private static string Escaped(string text) => $@"replace(to_json({text})::text, U&'\2400', '\u0000')::json";

    private static HistoryEntry Read(NpgsqlDataReader row, StoreSchema? schema) => new()
    {
        RowId = row.GetInt64(0),
        Kind = KindNames.Parse(row.GetString(1)),
        Removed = row.GetBoolean(2),
        MergedInto = row.NumberOrNull(3),
        Changes = HistoryChanges.FromJson(row.GetString(4)),
        Restored = row.GetBoolean(5),
        CreatedByRun = row.TextOrNull(6),
        LeaderBefore = row.TextOrNull(7) is { } leader ? new(SalesforceId.Parse(leader[..18]), SalesforceId.Parse(leader[18..])) : null,
        SourcesBefore = schema is not null && row.TextOrNull(8) is { } sources ? SourceImages.FromJson(sources, schema) : null,
    };
}
