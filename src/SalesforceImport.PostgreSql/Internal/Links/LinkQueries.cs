namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Reads links, and the ids they name.</summary>
internal static class LinkQueries
{
    public static async Task<IReadOnlyList<StoredLink>> FindAsync(
        Session session, SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids, CancellationToken cancellationToken)
    {
        var found = new List<StoredLink>();
        await session.Round()
            .Read(
                $"SELECT {LinkRow.Columns} FROM import_links WHERE org_id = $1 AND kind = $2 AND {end.Column()} = ANY ($3) ORDER BY from_id, to_id",
                [org, kind.Name(), ids.Select(id => id.ToString()).ToArray()],
                row => found.Add(LinkRow.Read(row)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    public static async Task<IReadOnlyList<SalesforceId>> IdsAsync(
        Session session, SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        string column = end.Column();
        var page = new List<SalesforceId>();
        await session.Round()
            .Read(
                $"SELECT DISTINCT {column} FROM import_links WHERE org_id = $1 AND kind = $2 AND {column} > $3 ORDER BY {column} LIMIT $4",
                [org, kind.Name(), after.ToString(), take],
                row => page.Add(row.Id(0)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return page;
    }

    public static async Task<IReadOnlyList<StoredLink>> PendingAsync(
        Session session, SalesforceId org, LinkKind kind, LinkKey? after, int take, CancellationToken cancellationToken)
    {
        var tables = await TableState.KindsAsync(session, cancellationToken).ConfigureAwait(false);
        string open = $"NOT {Feeds(tables, RecordKind.Contact, "to_id")}";
        if (kind.FromRows() is { } from)
        {
            open = $"({open} OR NOT {Feeds(tables, from, "from_id")})";
        }

        var pending = new List<StoredLink>();
        await session.Round()
            .Read(
                $"""
                SELECT {LinkRow.Columns} FROM import_links link
                WHERE org_id = $1 AND kind = $2 AND (from_id, to_id) > ($3, $4) AND {open}
                ORDER BY from_id, to_id LIMIT $5
                """,
                [org, kind.Name(), after?.From.ToString() ?? string.Empty, after?.To.ToString() ?? string.Empty, take],
                row => pending.Add(LinkRow.Read(row)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return pending;
    }

    private static string Feeds(List<RecordKind> tables, RecordKind kind, string column)
    {
        string further =
            $"""
            EXISTS (SELECT FROM import_sources source WHERE source.kind = '{kind.Name()}' AND source.org_id = link.org_id
                AND source.salesforce_id = link.{column} AND source.row_id IS NOT NULL)
            """;
        return !tables.Contains(kind) ? further :
            $"(EXISTS (SELECT FROM {kind.Table()} line WHERE line.org_id = link.org_id AND line.salesforce_id = link.{column}) OR {further})";
    }
}
