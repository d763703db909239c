namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Links between records, by id. A link costs one row: the run that made it is a column, and only what a run changes in,
/// or takes away from, links that were there before it has an entry in history.
/// </summary>
internal sealed class LinkTable(Session session, SalesforceId org, Run run)
{
    private const string ByKey = "org_id = ?1 AND kind = ?2 AND from_id = ?3 AND to_id = ?4";

    public void Drop(LinkKey key)
    {
        if (Find(key) is var (link, madeBy))
        {
            Remember(link, madeBy);
            session.Get($"DELETE FROM import_links WHERE {ByKey}").Bind(1, org).Bind(2, key).Run();
        }
    }

    public void Put(StoredLink link)
    {
        if (Find(link.Key) is not var (found, madeBy))
        {
            // A link that the run has taken away before is still the one that was there.
            var before = LinkHistory.Find(session, run.Number, org, link.Key);
            Insert(link, before?.MadeBy ?? run.Number);
            Settle(before, link);
        }
        else if (found != link)
        {
            Remember(found, madeBy);
            Insert(link, madeBy);
            Settle(LinkHistory.Find(session, run.Number, org, link.Key), link);
        }
    }

    private (StoredLink Link, long MadeBy)? Find(LinkKey key)
    {
        using var row = session.Get($"SELECT {LinkRow.Columns}, made_by FROM import_links WHERE {ByKey}").Bind(1, org).Bind(2, key);
        return row.Step() ? (LinkRow.Read(row), row.Int64(LinkRow.Count)) : null;
    }

    private void Insert(StoredLink link, long madeBy) =>
        session.Get($"INSERT OR REPLACE INTO import_links (org_id, {LinkRow.Columns}, made_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
            .Bind(1, org).Bind(2, link).Bind(2 + LinkRow.Count, madeBy).Run();

    private void Remember(StoredLink link, long madeBy)
    {
        if (madeBy != run.Number)
        {
            LinkHistory.Add(session, run.Number, org, link, madeBy);
        }
    }

    /// <summary>A link that is again what it was before the run has no history.</summary>
    private void Settle((StoredLink Before, long MadeBy)? history, StoredLink now)
    {
        if (history?.Before == now)
        {
            LinkHistory.Remove(session, run.Number, org, now.Key);
        }
    }
}
