namespace SalesforceImport.PostgreSql.Internal;

/// <summary>
/// The sources of one kind that are more than a row's plain leader: further sources, leaders with something to keep
/// beside the row, and orphans.
/// </summary>
internal static class SourceTable
{
    public const string Columns =
        "org_id, salesforce_id, salesforce_object, contributes, created_at, email, linked_to, \"values\", row_id";

    /// <summary>Whether a source is a row's leader and nothing else, so that the row itself holds all of it.</summary>
    public static bool IsPlain(StoredSource leader) => leader is { Values: null, LinkedTo: null, Contributes: true };

    public static void OfRows(Round round, KindLayout layout, long[] rows, Action<long, StoredSource> read) => round.Read(
        $"SELECT {Columns} FROM import_sources WHERE kind = $1 AND row_id = ANY ($2)",
        [layout.Name, rows],
        row => read(row.GetInt64(8), Read(row, layout)));

    /// <summary>The rows that records belong or are linked to, with the record and the link.</summary>
    public static void FindRows(Round round, KindLayout layout, SalesforceId org, string[] ids, Action<long, SalesforceId, SalesforceId?> read) => round.Read(
        Either("row_id, salesforce_id, linked_to", "row_id IS NOT NULL"),
        [layout.Name, org, ids],
        row => read(row.GetInt64(0), row.Id(1), row.IdOrNull(2)));

    /// <summary>The orphans that are records, or linked to them.</summary>
    public static void FindOrphans(Round round, KindLayout layout, SalesforceId org, string[] ids, Action<StoredSource> read) => round.Read(
        Either(Columns, "row_id IS NULL"),
        [layout.Name, org, ids],
        row => read(Read(row, layout)));

    /// <summary>The rows one of whose contributing sources has one of the e-mails, with the e-mail.</summary>
    public static void FindByEmail(Round round, KindLayout layout, SalesforceId? org, string[] emails, Action<long, string> read) => round.Read(
        $"SELECT row_id, email FROM import_sources WHERE kind = $1 AND email = ANY ($2) AND contributes AND row_id IS NOT NULL{(org is null ? "" : " AND org_id = $3")}",
        org is null ? [layout.Name, emails] : [layout.Name, emails, org],
        row => read(row.GetInt64(0), row.GetString(1)));

    /// <summary>Those of the records that are kept beside a row.</summary>
    public static void FindOwned(Round round, KindLayout layout, IReadOnlyCollection<SourceKey> keys, Action<SourceKey> read) => round.Read(
        "SELECT k.o, k.s FROM unnest($2::text[], $3::text[]) AS k (o, s) JOIN import_sources x ON x.kind = $1 AND x.org_id = k.o AND x.salesforce_id = k.s WHERE x.row_id IS NOT NULL",
        [layout.Name, keys.Select(key => key.Org.ToString()).ToArray(), keys.Select(key => key.Id.ToString()).ToArray()],
        row => read(new(row.Id(0), row.Id(1))));

    public static void Drop(Round round, KindLayout layout, IReadOnlyCollection<SourceKey> orphans) => round.Run(
        $"DELETE FROM import_sources x USING unnest($2::text[], $3::text[]) AS k (o, s) WHERE x.kind = $1 AND x.org_id = k.o AND x.salesforce_id = k.s AND x.row_id IS NULL",
        layout.Name, orphans.Select(key => key.Org.ToString()).ToArray(), orphans.Select(key => key.Id.ToString()).ToArray());

    public static void DropOf(Round round, KindLayout layout, IReadOnlyCollection<(SourceKey Key, long Row)> sources) => round.Run(
        "DELETE FROM import_sources x USING unnest($2::text[], $3::text[], $4::bigint[]) AS k (o, s, r) WHERE x.kind = $1 AND x.org_id = k.o AND x.salesforce_id = k.s AND x.row_id = k.r",
        layout.Name,
        sources.Select(source => source.Key.Org.ToString()).ToArray(),
        sources.Select(source => source.Key.Id.ToString()).ToArray(),
        sources.Select(source => source.Row).ToArray());

    // One index answers for the record, another for the link; an OR of the two would be left to the planner's mood.
    private static string Either(string columns, string where) =>
        $"""
        SELECT {columns} FROM import_sources WHERE kind = $1 AND org_id = $2 AND salesforce_id = ANY ($3) AND {where}
        UNION ALL
        SELECT {columns} FROM import_sources WHERE kind = $1 AND org_id = $2 AND linked_to = ANY ($3) AND {where}
        """;

    private static StoredSource Read(NpgsqlDataReader row, KindLayout layout) => new()
    {
        Key = new(row.Id(0), row.Id(1)),
        Object = row.GetString(2),
        Contributes = row.GetBoolean(3),
        CreatedDate = row.InstantOrNull(4),
        Email = NulText.Decode(row.TextOrNull(5)),
        LinkedTo = row.IdOrNull(6),
        Values = SourceValues.FromJson(row.TextOrNull(7), layout.Schema),
    };
}
