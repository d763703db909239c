namespace SalesforceImport.Relational;

/// <summary>
/// Views that show links as pairs of rows. They follow the records: a link shows as soon as both its ends are there, and
/// goes along when rows merge or split.
/// </summary>
internal static class LinkViews
{
    /// <summary>The property that names a record's account.</summary>
    public const string AccountProperty = "AccountSalesforceId";

    /// <summary>The views whose tables are there, each with its query.</summary>
    /// <param name="tables">The kinds that have a table.</param>
    /// <param name="accountColumn">The column, quoted, of a kind's <see cref="AccountProperty"/>; null where there is none.</param>
    public static IEnumerable<(string View, string Query)> Over(IReadOnlyCollection<RecordKind> tables, Func<RecordKind, string?> accountColumn)
    {
        if (tables.Contains(RecordKind.Contact))
        {
            yield return ("campaign_members", People(
                "link.from_id AS campaign_salesforce_id, {0} AS contact_id, link.role AS status, link.has_responded, link.responded_on, link.record_id AS salesforce_id",
                string.Empty,
                LinkKind.CampaignMember));
            if (tables.Contains(RecordKind.Opportunity))
            {
                yield return ("opportunity_contacts", People(LinkKind.OpportunityContact, "opportunity_id", "link.role, link.is_primary"));
            }

            if (tables.Contains(RecordKind.Task))
            {
                yield return ("task_contacts", People(LinkKind.TaskContact, "task_id", "link.is_primary"));
            }
        }

        foreach (var (kind, view, idColumn) in ((RecordKind, string, string)[])[
            (RecordKind.Contact, "contact_accounts", "contact_id"),
            (RecordKind.Opportunity, "opportunity_accounts", "opportunity_id")])
        {
            if (tables.Contains(kind) && tables.Contains(RecordKind.Account) && accountColumn(kind) is { } column)
            {
                yield return (view, Accounts(kind, idColumn, column));
            }
        }
    }

    private static string Accounts(RecordKind kind, string idColumn, string column) =>
        $"""
        SELECT line.id AS {idColumn}, account.id AS account_id FROM {kind.Table()} line
        JOIN accounts account ON account.org_id = line.org_id AND account.salesforce_id = line.{column}
        """;

    private static string People(LinkKind kind, string idColumn, string columns) => People(
        $"line.id AS {idColumn}, {{0}} AS contact_id, {columns}",
        $"JOIN {kind.FromRows()!.Value.Table()} line ON line.org_id = link.org_id AND line.salesforce_id = link.from_id",
        kind);

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
}
