namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// The list of a run. The rows it created are found by their own column, within the range of ids that the run made;
/// only rows that it did not create have an entry.
/// </summary>
internal static class ListTable
{
    private const string Number = "(SELECT number FROM imports WHERE id = $1)";

    public static void Add(Round round, long run, RecordKind kind, long[] rows) => round.Run(
        "INSERT INTO import_list (import, row_id, kind) SELECT $1, unnest($2::bigint[]), $3 ON CONFLICT DO NOTHING", run, rows, kind.Name());

    /// <summary>Notes which ids a run has made, so that its rows are found without an index over all rows.</summary>
    public static void Widen(Round round, long run, RecordKind kind, long first, long last) => round.Run(
        "INSERT INTO import_ranges AS r (import, kind, first_row, last_row) VALUES ($1, $2, $3, $4) "
        + "ON CONFLICT (import, kind) DO UPDATE SET first_row = least(r.first_row, $3), last_row = greatest(r.last_row, $4)",
        run, kind.Name(), first, last);

    public static async Task<IReadOnlyList<ListMember>> PageAsync(Session session, string run, long after, int take, CancellationToken cancellationToken)
    {
        // A page of each kind is enough for one of them all.
        string pages = string.Join(
            " UNION ALL ", (await MembersAsync(session, cancellationToken).ConfigureAwait(false)).Select(members => $"({members} ORDER BY 1 LIMIT $3)"));
        var page = new RowPage<ListMember>(take, member => member.RowId);
        await session.Round()
            .Read($"SELECT * FROM ({pages}) AS members ORDER BY 1", [run, after, take], row => page.Offer(new(row.GetInt64(0), row.GetBoolean(1))))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return page.Items;
    }

    public static async Task<long> CountAsync(Session session, string run, CancellationToken cancellationToken)
    {
        string members = string.Join(" UNION ALL ", await MembersAsync(session, cancellationToken).ConfigureAwait(false));
        long count = 0;
        await session.Round().Read($"SELECT count(*) FROM ({members}) AS members", [run, -1L], row => count = row.GetInt64(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static async Task<IEnumerable<string>> MembersAsync(Session session, CancellationToken cancellationToken)
    {
        var kinds = await TableState.KindsAsync(session, cancellationToken).ConfigureAwait(false);
        return kinds.Select(kind =>
            $"""
            SELECT id::bigint, true FROM {kind.Table()}
            WHERE id > $2
              AND id >= (SELECT first_row FROM import_ranges WHERE import = {Number} AND kind = '{kind.Name()}')
              AND id <= (SELECT last_row FROM import_ranges WHERE import = {Number} AND kind = '{kind.Name()}')
              AND _created_by = {Number}
            """).Append($"SELECT row_id, false FROM import_list WHERE import = {Number} AND row_id > $2");
    }
}
