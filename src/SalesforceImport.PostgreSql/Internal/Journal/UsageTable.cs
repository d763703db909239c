namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Usage hour by hour: our calls, and what the org said of all.</summary>
internal static class UsageTable
{
    private const string Hour = "date_trunc('hour', {0} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'";

    private static readonly string CallHour = Hour.Replace("{0}", "called_at", StringComparison.Ordinal);
    private static readonly string SampleHour = Hour.Replace("{0}", "seen_at", StringComparison.Ordinal);

    public static Task AddAsync(Session session, UsageSample sample, CancellationToken cancellationToken) =>
        session.Round()
            .Run("INSERT INTO api_usage (org_id, seen_at, used, allowed) VALUES ($1, $2, $3, $4)", sample.Org, sample.At, sample.Usage.Used, sample.Usage.Limit)
            .SendAsync(cancellationToken);

    public static async Task<IReadOnlyList<UsageHour>> ReadAsync(
        Session session, string org, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var hours = new SortedDictionary<DateTimeOffset, UsageHour>();
        object?[] range = [org, from, to];
        await session.Round()
            .Read(
                $"SELECT {CallHour}, count(*) FROM api_calls WHERE org_id = $1 AND called_at BETWEEN $2 AND $3 GROUP BY 1",
                range,
                row => hours[row.GetFieldValue<DateTimeOffset>(0)] = new(row.GetFieldValue<DateTimeOffset>(0), row.GetInt64(1), null, null))
            .Read(
                $"SELECT {SampleHour}, used, allowed FROM api_usage WHERE org_id = $1 AND seen_at BETWEEN $2 AND $3 ORDER BY seen_at, id",
                range,
                row =>
                {
                    var hour = row.GetFieldValue<DateTimeOffset>(0);
                    long own = hours.TryGetValue(hour, out var known) ? known.OwnCalls : 0;
                    hours[hour] = new(hour, own, row.GetInt64(1), row.GetInt64(2));
                })
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return [.. hours.Values];
    }
}
