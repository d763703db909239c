namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Ids that records of a kind name in one of their properties: in a column, and further sources in their kept values.</summary>
internal static class References
{
    public static async Task<IReadOnlyList<SalesforceId>> PageAsync(
        Session session, SalesforceId org, RecordKind kind, string property, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        var ids = new List<SalesforceId>();
        if (await KindColumns.WholeAsync(session, kind, cancellationToken).ConfigureAwait(false) is not { } layout
            || layout.Schema.IndexOf(property) is not (>= 0 and var index))
        {
            return ids;
        }

        // What only looks like an id takes room on a page that is the next id's.
        string sql = Sql(layout, index);
        string last = after.ToString();
        for (int read = take; ids.Count < take && read == take;)
        {
            read = 0;
            await session.Round()
                .Read(
                    sql,
                    [layout.Name, org, last, layout.Schema.Properties[index].Name, take],
                    row =>
                    {
                        read++;
                        last = row.GetString(0);
                        if (ids.Count < take && SalesforceId.TryParse(last, out var id))
                        {
                            ids.Add(id);
                        }
                    })
                .SendAsync(cancellationToken).ConfigureAwait(false);
        }

        return ids;
    }

    private static string Sql(KindLayout layout, int index)
    {
        string ofRow = $"line.{layout.Quoted[index]}::text COLLATE \"C\"";

        // The server cannot take a value out of JSON that has a NUL character anywhere. It is no part of an id.
        const string OfSource = """(replace(source."values"::text, '\u0000', '\u2400')::json ->> $4) COLLATE "C" """;
        return
            $"""
            SELECT {ofRow} FROM {layout.Table} line WHERE line.org_id = $2 AND {ofRow} > $3 AND length({ofRow}) = 18
                AND NOT EXISTS (SELECT FROM import_sources source WHERE source.kind = $1 AND source.org_id = line.org_id
                    AND source.salesforce_id = line.salesforce_id AND source."values" IS NOT NULL)
            UNION
            SELECT {OfSource} FROM import_sources source WHERE source.kind = $1 AND source.org_id = $2 AND source.row_id IS NOT NULL AND source.contributes
                AND {OfSource} > $3 AND length({OfSource}) = 18
            ORDER BY 1 LIMIT $5
            """;
    }
}
