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

    public static async Task<IReadOnlyList<ListMember>> PageAsync(
        Session session, string run, RecordKind kind, long after, int take, CancellationToken cancellationToken)
    {
        // A page of each is enough for one of them all.
        var members = await MembersAsync(session, kind, cancellationToken).ConfigureAwait(false);
        string pages = string.Join(" UNION ALL ", members.Select(some => $"({some} ORDER BY 1 LIMIT $4)"));
        var page = new List<ListMember>();
        await session.Round()
            .Read($"{pages} ORDER BY 1 LIMIT $4", [run, kind.Name(), after, take], row => page.Add(new(row.GetInt64(0), row.GetBoolean(1))))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return page;
    }

    public static async Task<long> CountAsync(Session session, string run, RecordKind kind, CancellationToken cancellationToken)
    {
        string members = string.Join(" UNION ALL ", await MembersAsync(session, kind, cancellationToken).ConfigureAwait(false));
        long count = 0;
        await session.Round().Read($"SELECT count(*) FROM ({members}) AS members", [run, kind.Name(), -1L], row => count = row.GetInt64(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static async Task<List<string>> MembersAsync(Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        var kinds = await TableState.KindsAsync(session, cancellationToken).ConfigureAwait(false);
        List<string> members = [$"SELECT row_id, false FROM import_list WHERE import = {Number} AND kind = $2 AND row_id > $3"];
        if (kinds.Contains(kind))
        {
            members.Add(
                $"""
                SELECT id::bigint, true FROM {kind.Table()}
                WHERE id > $3
                  AND id >= (SELECT first_row FROM import_ranges WHERE import = {Number} AND kind = $2)
                  AND id <= (SELECT last_row FROM import_ranges WHERE import = {Number} AND kind = $2)
                  AND _created_by = {Number}
                """);
        }

        return members;
    }
}
