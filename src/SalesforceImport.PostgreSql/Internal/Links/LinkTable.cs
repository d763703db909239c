namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// Links between records, by id. A link costs one row: the run that made it is a column, and only what a run changes in,
/// or takes away from, links that were there before it has an entry in history.
/// </summary>
internal static class LinkTable
{
    private static readonly string Now = LinkRow.Of("l", LinkRow.Said);

    public static void Drop(Round round, long run, SalesforceId org, IReadOnlyCollection<LinkKey> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        object?[] which = [run, org, .. Arrays(keys)];
        round
            .Run(
                $"""
                INSERT INTO import_link_history (import, org_id, {LinkRow.Columns}, made_by)
                SELECT $1, l.org_id, {LinkRow.Of("l", LinkRow.Columns)}, l.made_by FROM import_links l JOIN {Keys(3)} ON {Same("l", "k")}
                WHERE l.org_id = $2 AND l.made_by <> $1
                ON CONFLICT DO NOTHING
                """,
                which)
            .Run($"DELETE FROM import_links l USING {Keys(2)} WHERE l.org_id = $1 AND {Same("l", "k")}", which[1..]);
    }

    public static void Put(Round round, long run, SalesforceId org, IReadOnlyList<StoredLink> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        // The last word on a link counts, and all processes take them in one order.
        StoredLink[] puts = [.. links.GroupBy(link => link.Key).Select(same => same.Last()).OrderBy(link => link.Key)];
        object?[] keys = Arrays([.. puts.Select(link => link.Key)]);
        round
            .Run(
                $"""
                WITH p AS (
                    SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::boolean[], $10::date[]) AS p ({LinkRow.Columns})),
                kept AS (
                    INSERT INTO import_link_history (import, org_id, {LinkRow.Columns}, made_by)
                    SELECT $1, l.org_id, {LinkRow.Of("l", LinkRow.Columns)}, l.made_by FROM import_links l JOIN p ON {Same("l", "p")}
                    WHERE l.org_id = $2 AND l.made_by <> $1 AND ({Now}) IS DISTINCT FROM ({LinkRow.Of("p", LinkRow.Said)})
                    ON CONFLICT DO NOTHING)
                INSERT INTO import_links AS l (org_id, {LinkRow.Columns}, made_by)
                SELECT $2, {LinkRow.Of("p", LinkRow.Columns)}, coalesce(h.made_by, $1)
                FROM p LEFT JOIN import_link_history h ON h.import = $1 AND h.org_id = $2 AND {Same("h", "p")}
                ON CONFLICT (org_id, {LinkRow.Key}) DO UPDATE SET ({LinkRow.Said}) = ({LinkRow.Of("excluded", LinkRow.Said)})
                WHERE ({Now}) IS DISTINCT FROM ({LinkRow.Of("excluded", LinkRow.Said)})
                """,
                [
                    run,
                    org,
                    .. keys,
                    puts.Select(link => link.Record?.ToString()).ToArray(),
                    puts.Select(link => NulText.Encode(link.Role)).ToArray(),
                    puts.Select(link => link.IsPrimary).ToArray(),
                    puts.Select(link => link.HasResponded).ToArray(),
                    puts.Select(link => link.RespondedOn).ToArray(),
                ])

            // A link that is again what it was before the run has no history.
            .Run(
                $"""
                DELETE FROM import_link_history h USING import_links l, {Keys(3)}
                WHERE h.import = $1 AND h.org_id = $2 AND {Same("h", "k")} AND l.org_id = $2 AND {Same("l", "k")}
                  AND ({Now}) IS NOT DISTINCT FROM ({LinkRow.Of("h", LinkRow.Said)})
                """,
                [run, org, .. keys]);
    }

    /// <summary>Drops all links, past and present, of some of an org's records.</summary>
    public static void Forget(Round round, SalesforceId org, IReadOnlyCollection<SalesforceId> records)
    {
        string[] ids = [.. records.Select(id => id.ToString())];
        round
            .Run("DELETE FROM import_links WHERE org_id = $1 AND (from_id = ANY ($2) OR to_id = ANY ($2))", org, ids)
            .Run("DELETE FROM import_link_history WHERE org_id = $1 AND (from_id = ANY ($2) OR to_id = ANY ($2))", org, ids);
    }

    private static string Keys(int first) => $"unnest(${first}::text[], ${first + 1}::text[], ${first + 2}::text[]) AS k ({LinkRow.Key})";

    private static string Same(string left, string right) =>
        $"{left}.kind = {right}.kind AND {left}.from_id = {right}.from_id AND {left}.to_id = {right}.to_id";

    private static object?[] Arrays(IReadOnlyCollection<LinkKey> keys) =>
    [
        keys.Select(key => key.Kind.Name()).ToArray(),
        keys.Select(key => key.From.ToString()).ToArray(),
        keys.Select(key => key.To.ToString()).ToArray(),
    ];
}
