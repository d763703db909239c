namespace SalesforceImport.Sqlite.Internal;

/// <summary>From keys to rows, orphans and erasures, within one transaction.</summary>
internal sealed class KeyLookup
{
    private readonly SourceTable _sources;
    private readonly ErasureTable _erasures;
    private readonly Statement _byLeader;
    private readonly MatchEmails _emails;
    private readonly Statement? _hostByEmail;
    private readonly List<(long Id, string Email)> _oddHostRows;

    public KeyLookup(Session session, KindLayout layout, SourceTable sources)
    {
        _sources = sources;
        _erasures = new(session, layout.Kind);
        _byLeader = session.Get($"SELECT id FROM {layout.Table} WHERE org_id = ?1 AND salesforce_id = ?2");
        _emails = new(session, layout);
        bool anyHostRows = HostRows.Any(session, layout);
        _hostByEmail = anyHostRows ? HostRows.ByEmail(session, layout) : null;
        _oddHostRows = anyHostRows ? HostRows.OddOnes(session, layout) : [];
    }

    /// <summary>Whether a record can be known as the leader of a row only.</summary>
    public bool OnlyLeaders => !_sources.Any && !_erasures.AnySource;

    public bool AnyErasedSource => _erasures.AnySource;

    /// <summary>Whether there is anything by which an e-mail can be known that is not written under the lease.</summary>
    public bool OthersMayPutEmails => _hostByEmail is not null || _erasures.AnyEmail;

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
        _emails.Find(email, org, rows);
        if (_sources.Any)
        {
            _sources.FindByEmail(email, org, rows);
        }

        FindHostRows(email, rows);
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

    /// <summary>Whether somebody without the lease has made a record known: by a row that names it as its leader, or by erasing it.</summary>
    public bool OthersPut(SourceKey key) => _byLeader.Bind(1, key.Org).Bind(2, key.Id).Any() || IsErased(key);

    /// <summary>Whether an e-mail finds a row of the host's own, or is erased.</summary>
    public bool OthersPut(string email, HashSet<long> scratch)
    {
        scratch.Clear();
        FindHostRows(email, scratch);
        return scratch.Count > 0 || IsErased(email);
    }

    private void FindHostRows(string email, HashSet<long> rows)
    {
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

    private static void Gather(Statement found, HashSet<long> rows)
    {
        while (found.Step())
        {
            rows.Add(found.Int64(0));
        }

        found.Dispose();
    }
}
