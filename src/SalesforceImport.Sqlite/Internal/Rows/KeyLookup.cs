namespace SalesforceImport.Sqlite.Internal;

/// <summary>From keys to rows, orphans and erasures, within one transaction.</summary>
internal sealed class KeyLookup
{
    private readonly SourceTable _sources;
    private readonly ErasureTable _erasures;
    private readonly Statement _byLeader;
    private readonly Statement _byEmail;
    private readonly Statement _byEmailInOrg;
    private readonly Statement? _hostByEmail;
    private readonly List<(long Id, string Email)> _oddHostRows;

    public KeyLookup(Session session, KindLayout layout, SourceTable sources)
    {
        _sources = sources;
        _erasures = new(session, layout.Kind);
        _byLeader = session.Get($"SELECT id FROM {layout.Table} WHERE org_id = ?1 AND salesforce_id = ?2");
        _byEmail = session.Get($"SELECT id FROM {layout.Table} WHERE _match_email = ?1");
        _byEmailInOrg = session.Get($"SELECT id FROM {layout.Table} WHERE _match_email = ?1 AND +org_id = ?2");
        bool anyHostRows = HostRows.Any(session, layout);
        _hostByEmail = anyHostRows ? HostRows.ByEmail(session, layout) : null;
        _oddHostRows = anyHostRows ? HostRows.OddOnes(session, layout) : [];
    }

    /// <summary>Whether a record can be known as the leader of a row only.</summary>
    public bool OnlyLeaders => !_sources.Any && !_erasures.AnySource;

    public void FindSource(SourceKey key, HashSet<long> rows, Dictionary<SourceKey, StoredSource> orphans)
    {
        Gather(_byLeader.Bind(1, key.Org).Bind(2, key.Id), rows);
        if (_sources.Any)
        {
            _sources.Find(key, rows, orphans);
        }
    }

    public void FindEmail(string email, SalesforceId? org, HashSet<long> rows)
    {
        Gather(org is { } id ? _byEmailInOrg.Bind(1, email).Bind(2, id) : _byEmail.Bind(1, email), rows);
        if (_sources.Any)
        {
            _sources.FindByEmail(email, org, rows);
        }

        if (_hostByEmail is not null)
        {
            Gather(_hostByEmail.Bind(1, email), rows);
        }

        foreach (var (row, folded) in _oddHostRows)
        {
            if (folded == email)
            {
                rows.Add(row);
            }
        }
    }

    public bool IsErased(SourceKey key) => _erasures.AnySource && _erasures.Holds(key);

    public bool IsErased(string email) => _erasures.AnyEmail && _erasures.Holds(email);

    /// <summary>Whether a record is a row's, an orphan, linked to or erased.</summary>
    public bool Knows(SourceKey key) =>
        _byLeader.Bind(1, key.Org).Bind(2, key.Id).Any() || (_sources.Any && _sources.Knows(key)) || IsErased(key);

    /// <summary>Whether an e-mail finds a row, or is erased.</summary>
    public bool Knows(string email, SalesforceId? org, HashSet<long> scratch)
    {
        scratch.Clear();
        FindEmail(email, org, scratch);
        return scratch.Count > 0 || IsErased(email);
    }

    private static void Gather(Statement found, HashSet<long> rows)
    {
        while (found.Step())
        {
            rows.Add(found.Int64(0));
        }

        found.Dispose();
    }
}
