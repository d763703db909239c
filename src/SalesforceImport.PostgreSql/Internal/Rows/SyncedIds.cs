namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Ids of an org's records that feed rows, in order.</summary>
internal static class SyncedIds
{
    public static async Task<IReadOnlyList<SalesforceId>> PageAsync(
        Session session, SalesforceId org, string sObject, SalesforceId after, int take, CancellationToken cancellationToken)
    {
        var kinds = await TableState.KindsAsync(session, cancellationToken).ConfigureAwait(false);
        var page = new List<SalesforceId>();
        if (kinds.Count > 0)
        {
            // A page of each is enough for one of them all, and each has an index in that order.
            string branches = string.Join(" UNION ", kinds.SelectMany(Branches).Select(branch => $"({branch} ORDER BY salesforce_id COLLATE \"C\" LIMIT $4)"));
            await session.Round()
                .Read(
                    $"SELECT salesforce_id FROM ({branches}) AS ids ORDER BY salesforce_id COLLATE \"C\" LIMIT $4",
                    [org, sObject, after.ToString(), take],
                    row => page.Add(row.Id(0)))
                .SendAsync(cancellationToken).ConfigureAwait(false);
        }

        return page;
    }

    private static IEnumerable<string> Branches(RecordKind kind)
    {
        const string Where = "org_id = $1 AND salesforce_id COLLATE \"C\" > $3 AND salesforce_object = $2";
        yield return $"SELECT salesforce_id FROM {kind.Table()} WHERE {Where}";
        yield return $"SELECT salesforce_id FROM import_sources WHERE kind = '{kind.Name()}' AND {Where} AND row_id IS NOT NULL AND contributes";
    }
}
