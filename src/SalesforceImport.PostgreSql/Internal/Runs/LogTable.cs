namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The record logs of runs, one for each change set that brought one.</summary>
internal static class LogTable
{
    public static void Add(Round round, long run, long sequence, RecordLog log) => round.Run(
        "INSERT INTO import_log (import, sequence, salesforce_object, first_id, last_id, data) VALUES ($1, $2, $3, $4, $5, $6)",
        run, sequence, log.Object, log.First, log.Last, log.Data);

    public static async Task<IReadOnlyList<StoredRecordLog>> ReadAsync(
        Session session, string run, string sObject, IReadOnlyCollection<SalesforceId>? ids, CancellationToken cancellationToken)
    {
        var logs = new List<StoredRecordLog>();
        SalesforceId[]? wanted = ids is null ? null : [.. ids.Order()];
        await session.Round()
            .Read(
                "SELECT sequence, first_id, last_id, salesforce_object, data FROM import_log "
                + "WHERE import = (SELECT number FROM imports WHERE id = $1) AND lower(salesforce_object) = lower($2) ORDER BY sequence",
                [run, sObject],
                row =>
                {
                    var first = OptionalId(row, 1);
                    var last = OptionalId(row, 2);
                    if (wanted is null || HoldsAny(wanted, first, last))
                    {
                        logs.Add(new(row.GetInt64(0), new(row.GetString(3), first, last, row.GetFieldValue<byte[]>(4))));
                    }
                })
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return logs;
    }

    private static SalesforceId OptionalId(NpgsqlDataReader row, int column) => row.GetString(column).Length == 0 ? default : row.Id(column);

    private static bool HoldsAny(SalesforceId[] sorted, SalesforceId first, SalesforceId last)
    {
        int index = Array.BinarySearch(sorted, first);
        index = index < 0 ? ~index : index;
        return index < sorted.Length && sorted[index] <= last;
    }
}
