namespace SalesforceImport.Sqlite.Internal;

/// <summary>Usage hour by hour: our calls, and what the org said of all.</summary>
internal static class UsageTable
{
    // Hours are compared as the text in front of the minutes.
    private const int HourLength = 13;

    public static void Add(Session session, UsageSample sample) =>
        session.Get("INSERT INTO api_usage (org_id, seen_at, used, allowed) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, sample.Org).Bind(2, Timestamps.ToText(sample.At)).Bind(3, sample.Usage.Used).Bind(4, sample.Usage.Limit).Run();

    public static void Move(Session session, string from, string to) =>
        session.Get("UPDATE api_usage SET org_id = ?2 WHERE org_id = ?1").Bind(1, from).Bind(2, to).Run();

    public static List<UsageHour> Read(Session session, string org, DateTimeOffset from, DateTimeOffset to)
    {
        var hours = new SortedDictionary<string, UsageHour>(StringComparer.Ordinal);
        using (var calls = Between(
            session.Get($"SELECT substr(called_at, 1, {HourLength}), count(*) FROM api_calls WHERE org_id = ?1 AND called_at BETWEEN ?2 AND ?3 GROUP BY 1"),
            org, from, to))
        {
            while (calls.Step())
            {
                hours[calls.Text(0)] = new(Hour(calls.Text(0)), calls.Int64(1), null, null);
            }
        }

        using (var samples = Between(
            session.Get($"SELECT substr(seen_at, 1, {HourLength}), used, allowed FROM api_usage WHERE org_id = ?1 AND seen_at BETWEEN ?2 AND ?3 ORDER BY seen_at, id"),
            org, from, to))
        {
            while (samples.Step())
            {
                string hour = samples.Text(0);
                long own = hours.TryGetValue(hour, out var known) ? known.OwnCalls : 0;
                hours[hour] = new(Hour(hour), own, samples.Int64(1), samples.Int64(2));
            }
        }

        return [.. hours.Values];
    }

    private static Statement Between(Statement statement, string org, DateTimeOffset from, DateTimeOffset to) =>
        statement.Bind(1, org).Bind(2, Timestamps.ToText(from)).Bind(3, Timestamps.ToText(to));

    private static DateTimeOffset Hour(string text) => Timestamps.Parse(text + ":00:00.0000000Z");
}
