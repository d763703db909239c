namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Views that show links as pairs of rows. They follow the records: a link shows as soon as both its ends are there, and
/// goes along when rows merge or split.
/// </summary>
internal static class LinkViews
{
    /// <summary>Makes the views whose tables are there. SQLite refuses to rename anything beside a view whose table is missing.</summary>
    public static void Ensure(Session session)
    {
        Create(session, LinkKind.OpportunityContact, "opportunity_contacts", "opportunity_id", "link.role, link.is_primary");
        Create(session, LinkKind.TaskContact, "task_contacts", "task_id", "link.is_primary");
        if (KindTable.Exists(session, RecordKind.Contact))
        {
            Create(session, "campaign_members", People(
                "link.from_id AS campaign_salesforce_id, {0} AS contact_id, link.role AS status, link.has_responded, link.responded_on, link.record_id AS salesforce_id",
                string.Empty,
                LinkKind.CampaignMember));
        }

        CreateAccounts(session, RecordKind.Contact, "contact_accounts", "contact_id");
        CreateAccounts(session, RecordKind.Opportunity, "opportunity_accounts", "opportunity_id");
    }

    private static void Create(Session session, LinkKind kind, string view, string idColumn, string columns)
    {
        var from = kind.FromRows()!.Value;
        if (KindTable.Exists(session, from) && KindTable.Exists(session, RecordKind.Contact))
        {
            Create(session, view, People(
                $"line.id AS {idColumn}, {{0}} AS contact_id, {columns}",
                $"JOIN {from.Table()} line ON line.org_id = link.org_id AND line.salesforce_id = link.from_id",
                kind));
        }
    }

    /// <summary>A contact is found by the record that leads its row, or by one of the others.</summary>
    private static string People(string columns, string join, LinkKind kind) =>
        $"""
        SELECT {columns.Replace("{0}", "person.id", StringComparison.Ordinal)} FROM import_links link {join}
        JOIN contacts person ON person.org_id = link.org_id AND person.salesforce_id = link.to_id
        WHERE link.kind = '{kind.Name()}'
        UNION
        SELECT {columns.Replace("{0}", "source.row_id", StringComparison.Ordinal)} FROM import_links link {join}
        JOIN import_sources source ON source.kind = 'contact' AND source.org_id = link.org_id AND source.salesforce_id = link.to_id AND source.row_id IS NOT NULL
        WHERE link.kind = '{kind.Name()}'
        """;

    private static void CreateAccounts(Session session, RecordKind kind, string view, string idColumn)
    {
        if (KindTable.Exists(session, kind) && KindTable.Exists(session, RecordKind.Account)
            && KindColumns.Find(session, kind, "AccountSalesforceId") is { } column)
        {
            Create(session, view,
                $"""
                SELECT line.id AS {idColumn}, account.id AS account_id FROM {kind.Table()} line
                JOIN accounts account ON account.org_id = line.org_id AND account.salesforce_id = line.{ColumnNames.Quote(column)}
                """);
        }
    }

    private static void Create(Session session, string view, string query) => session.Execute($"CREATE VIEW IF NOT EXISTS {view} AS {query}");
}
