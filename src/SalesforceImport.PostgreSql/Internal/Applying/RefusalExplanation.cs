namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Which of the rows that were to go the host's own tables refer to.</summary>
internal static class RefusalExplanation
{
    /// <summary>What came of it, found in a transaction of its own, as the other has been taken back.</summary>
    public static async Task<ApplyResult> FindAsync(
        Session session, KindLayout layout, RowsReferencedException referenced, CancellationToken cancellationToken)
    {
        var held = new List<long>();
        await session.Round()
            .Read("SELECT import_rows_held($1::text::regclass, $2)", [layout.Table, referenced.Rows], row => held.Add(row.GetInt64(0)))
            .SendAsync(cancellationToken).ConfigureAwait(false);

        // References that have gone meanwhile are no reason to give up: the batch is found and decided again.
        return held.Count > 0 ? ApplyResult.Refused(held) : ApplyResult.Conflict(referenced.Rows, [], []);
    }
}
