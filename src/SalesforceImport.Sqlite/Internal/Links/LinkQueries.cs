namespace SalesforceImport.Sqlite.Internal;

/// <summary>Reads links, and the ids they name.</summary>
internal static class LinkQueries
{
    public static List<StoredLink> Find(Session session, SalesforceId org, LinkKind kind, LinkEnd end, IReadOnlyCollection<SalesforceId> ids)
    {
        var found = new List<StoredLink>();
        var statement = session.Get($"SELECT {LinkRow.Columns} FROM import_links WHERE org_id = ?1 AND kind = ?2 AND {end.Column()} = ?3");
        foreach (var id in ids)
        {
            Read(statement.Bind(1, org).Bind(2, kind.Name()).Bind(3, id), found);
        }

        found.Sort((left, right) => left.Key.CompareTo(right.Key));
        return found;
    }

    public static List<SalesforceId> Ids(Session session, SalesforceId org, LinkKind kind, LinkEnd end, SalesforceId after, int take)
    {
        string column = end.Column();
        using var rows = session.Get(
            $"SELECT DISTINCT {column} FROM import_links WHERE org_id = ?1 AND kind = ?2 AND {column} > ?3 ORDER BY {column} LIMIT ?4");
        return ReadIds(rows.Bind(1, org).Bind(2, kind.Name()).Bind(3, after.ToString()).Bind(4, take));
    }

    public static List<StoredLink> Pending(Session session, SalesforceId org, LinkKind kind, LinkKey? after, int take)
    {
        var pending = new List<StoredLink>();
        string open = $"NOT {Feeds(session, RecordKind.Contact, "to_id")}";
        if (kind.FromRows() is { } from)
        {
            open = $"({open} OR NOT {Feeds(session, from, "from_id")})";
        }

        var rows = session.Get(
            $"""
            SELECT {LinkRow.Columns} FROM import_links link
            WHERE org_id = ?1 AND kind = ?2 AND (from_id, to_id) > (?3, ?4) AND {open}
            ORDER BY from_id, to_id LIMIT ?5
            """);
        rows.Bind(1, org).Bind(2, kind.Name()).Bind(3, after?.From.ToString() ?? string.Empty).Bind(4, after?.To.ToString() ?? string.Empty).Bind(5, take);
        Read(rows, pending);
        return pending;
    }

    /// <summary>What rows name in a column, and further sources in their kept values.</summary>
    public static List<SalesforceId> References(
        Session session, SalesforceId org, RecordKind kind, string property, SalesforceId after, int take)
    {
        if (!KindTable.Exists(session, kind) || KindColumns.Find(session, kind, property) is not { } column)
        {
            return [];
        }

        string ofRow = ColumnNames.Quote(column);
        string query =
            $"""
            SELECT {ofRow} FROM {kind.Table()} line WHERE org_id = ?1 AND {ofRow} > ?2 AND length({ofRow}) = 18
                AND NOT EXISTS (SELECT 1 FROM import_sources source WHERE source.kind = ?5 AND source.org_id = line.org_id
                    AND source.salesforce_id = line.salesforce_id AND source."values" IS NOT NULL)
            UNION
            SELECT "values" ->> ?4 FROM import_sources WHERE kind = ?5 AND org_id = ?1 AND row_id IS NOT NULL AND contributes = 1
                AND "values" ->> ?4 > ?2 AND length("values" ->> ?4) = 18
            ORDER BY 1 LIMIT ?3
            """;
        var ids = new List<SalesforceId>();
        string last = after.ToString();
        int read;
        do
        {
            // What has the length of an id and is none is passed over; a page is short only at the end.
            using var rows = session.Get(query).Bind(1, org).Bind(2, last).Bind(3, take).Bind(4, property).Bind(5, kind.Name());
            for (read = 0; rows.Step() && ids.Count < take; read++)
            {
                last = rows.Text(0);
                if (SalesforceId.TryParse(last, out var id))
                {
                    ids.Add(id);
                }
            }
        }
        while (read == take && ids.Count < take);
        return ids;
    }

    private static string Feeds(Session session, RecordKind kind, string column)
    {
        string further =
            $"""
            EXISTS (SELECT 1 FROM import_sources source WHERE source.kind = '{kind.Name()}' AND source.org_id = link.org_id
                AND source.salesforce_id = link.{column} AND source.row_id IS NOT NULL)
            """;
        return !KindTable.Exists(session, kind) ? further :
            $"(EXISTS (SELECT 1 FROM {kind.Table()} line WHERE line.org_id = link.org_id AND line.salesforce_id = link.{column}) OR {further})";
    }

    private static void Read(Statement rows, List<StoredLink> into)
    {
        using (rows)
        {
            while (rows.Step())
            {
                into.Add(LinkRow.Read(rows));
            }
        }
    }

    private static List<SalesforceId> ReadIds(Statement rows)
    {
        var ids = new List<SalesforceId>();
        while (rows.Step())
        {
            if (SalesforceId.TryParse(rows.Bytes(0), out var id))
            {
                ids.Add(id);
            }
        }

        return ids;
    }
}
