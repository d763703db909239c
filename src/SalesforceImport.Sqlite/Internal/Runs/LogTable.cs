namespace SalesforceImport.Sqlite.Internal;

/// <summary>The record logs of runs, one for each change set that brought one.</summary>
internal static class LogTable
{
    public static void Add(Session session, long run, long sequence, RecordLog log) =>
        session.Get(
            "INSERT INTO import_log (import, sequence, salesforce_object, first_id, last_id, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, run).Bind(2, sequence).Bind(3, log.Object).Bind(4, log.First.ToString()).Bind(5, log.Last.ToString())
            .BindBlob(6, log.Data.Span).Run();

    public static List<StoredRecordLog> Read(Session session, string run, string sObject, IReadOnlyCollection<SalesforceId>? ids)
    {
        var logs = new List<StoredRecordLog>();
        SalesforceId[]? wanted = ids is null ? null : [.. ids.Order()];
        using var rows = session.Get(
            "SELECT sequence, first_id, last_id, salesforce_object, data FROM import_log "
            + "WHERE import = (SELECT number FROM imports WHERE id = ?1) AND salesforce_object = ?2 COLLATE NOCASE ORDER BY sequence")
            .Bind(1, run).Bind(2, sObject);
        while (rows.Step())
        {
            var first = OptionalId(rows, 1);
            var last = OptionalId(rows, 2);
            if (wanted is null || HoldsAny(wanted, first, last))
            {
                logs.Add(new(rows.Int64(0), new(rows.Text(3), first, last, rows.Bytes(4).ToArray())));
            }
        }

        return logs;
    }

    private static SalesforceId OptionalId(Statement rows, int column) => rows.Bytes(column).IsEmpty ? default : rows.Id(column);

    private static bool HoldsAny(SalesforceId[] sorted, SalesforceId first, SalesforceId last)
    {
        int index = Array.BinarySearch(sorted, first);
        index = index < 0 ? ~index : index;
        return index < sorted.Length && sorted[index] <= last;
    }
}
