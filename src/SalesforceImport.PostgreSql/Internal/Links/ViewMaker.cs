namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Makes the views over links whose tables are there. Their columns are named one by one, so that tables may grow.</summary>
internal static class ViewMaker
{
    public static async Task EnsureAsync(Session session, CancellationToken cancellationToken)
    {
        // Most starts find everything in place, and must not wait for a writer to learn it.
        var missing = await MissingAsync(session, cancellationToken).ConfigureAwait(false);
        if (missing.Count > 0)
        {
            await BookkeepingSchema.LockAsync(session, cancellationToken).ConfigureAwait(false);
            missing = await MissingAsync(session, cancellationToken).ConfigureAwait(false);
            if (missing.Count > 0)
            {
                await session.ExecuteScriptAsync(string.Join(";\n", missing), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<List<string>> MissingAsync(Session session, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<RecordKind, string>();
        await session.Round()
            .Read(
                "SELECT kind, column_name FROM import_columns WHERE lower(property) = lower($1)",
                [LinkViews.AccountProperty],
                row => columns[KindNames.Parse(row.GetString(0))] = ColumnNames.Quote(row.GetString(1)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        var tables = await TableState.KindsAsync(session, cancellationToken).ConfigureAwait(false);
        var views = LinkViews.Over(tables, columns.GetValueOrDefault).ToDictionary(one => one.View, one => one.Query);
        var missing = new List<string>();
        await session.Round()
            .Read(
                "SELECT v FROM unnest($1::text[]) AS v WHERE to_regclass(v) IS NULL",
                [views.Keys.ToArray()],
                row => missing.Add($"CREATE VIEW {row.GetString(0)} AS {views[row.GetString(0)]}"))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return missing;
    }
}
