namespace SalesforceImport.Sqlite.Internal;

/// <summary>Ids of an org's records that feed rows, in order.</summary>
internal static class SyncedIds
{
    public static List<SalesforceId> Page(Session session, SalesforceId org, string sObject, SalesforceId after, int take)
    {
        var branches = KindNames.All.Where(kind => KindTable.Exists(session, kind)).Select(kind => Branch(kind)).ToList();
        var page = new List<SalesforceId>();
        if (branches.Count == 0)
        {
            return page;
        }

        using var rows = session.Get($"{string.Join(" UNION ", branches)} ORDER BY 1 LIMIT ?4");
        rows.Bind(1, org).Bind(2, sObject).Bind(3, after.ToString()).Bind(4, take);
        while (rows.Step())
        {
            page.Add(rows.Id(0));
        }

        return page;
    }

    private static string Branch(RecordKind kind) =>
        $"""
        SELECT salesforce_id FROM {kind.Table()} WHERE org_id = ?1 AND salesforce_id > ?3 AND salesforce_object = ?2
        UNION
        SELECT salesforce_id FROM import_sources
        WHERE kind = '{kind.Name()}' AND org_id = ?1 AND salesforce_id > ?3 AND salesforce_object = ?2 AND row_id IS NOT NULL AND contributes = 1
        """;
}
