namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What runs did to links.</summary>
internal static class LinkHistory
{
    public static async Task<IReadOnlyList<LinkChange>> PageAsync(
        Session session, string run, LinkKey? after, int take, CancellationToken cancellationToken)
    {
        const string ByRun = "(SELECT number FROM imports WHERE id = $1)";
        const string Nothing = "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";
        var page = new List<LinkChange>();
        await session.Round()
            .Read(
                $"""
                (SELECT {LinkRow.Key}, {LinkRow.Columns}, {Nothing} FROM import_links
                WHERE made_by = {ByRun} AND ({LinkRow.Key}) > ($2, $3, $4) ORDER BY {LinkRow.Key} LIMIT $5)
                UNION ALL
                (SELECT {LinkRow.Of("b", LinkRow.Key)}, {LinkRow.Of("n", LinkRow.Columns)}, {LinkRow.Of("b", LinkRow.Columns)}
                FROM import_link_history b
                LEFT JOIN import_links n ON n.org_id = b.org_id AND n.kind = b.kind AND n.from_id = b.from_id AND n.to_id = b.to_id
                WHERE b.import = {ByRun} AND ({LinkRow.Of("b", LinkRow.Key)}) > ($2, $3, $4) ORDER BY {LinkRow.Of("b", LinkRow.Key)} LIMIT $5)
                ORDER BY 1, 2, 3 LIMIT $5
                """,
                [run, after?.Kind.Name() ?? string.Empty, after?.From.ToString() ?? string.Empty, after?.To.ToString() ?? string.Empty, take],
                row => page.Add(new(
                    LinkRow.ReadKey(row),
                    row.IsDBNull(3 + LinkRow.Count) ? null : LinkRow.Read(row, 3 + LinkRow.Count),
                    row.IsDBNull(3) ? null : LinkRow.Read(row, 3))))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return page;
    }
}
