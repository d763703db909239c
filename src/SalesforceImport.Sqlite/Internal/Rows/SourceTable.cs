namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// The sources of one kind that are more than a row's plain leader: further sources, leaders with something to keep
/// beside the row, and orphans.
/// </summary>
internal sealed class SourceTable(Session session, KindLayout layout)
{
    private const string Columns =
        "org_id, salesforce_id, salesforce_object, contributes, created_at, email, linked_to, \"values\", row_id";

    private readonly HashSet<SourceKey> _put = [];
    private bool? _any;

    /// <summary>Whether there are any, as most imports of plain rows never find out the hard way.</summary>
    public bool Any => _any ??= session.Get("SELECT 1 FROM import_sources WHERE kind = ?1 LIMIT 1").Bind(1, layout.Name).Any();

    /// <summary>Whether a source is a row's leader and nothing else, so that the row itself holds all of it.</summary>
    public static bool IsPlain(StoredSource leader) => leader is { Values: null, LinkedTo: null, Contributes: true };

    /// <summary>The row that a record has an entry with; null for none, and for an orphan.</summary>
    public long? Owner(SourceKey key) => Any
        ? Key(session.Get("SELECT row_id FROM import_sources WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3"), key).Number()
        : null;

    /// <summary>Whether this instance has put an entry for the record.</summary>
    public bool HasPut(SourceKey key) => _put.Contains(key);

    /// <summary>Keeps a source with its row, or as an orphan; it leaves the row it was with.</summary>
    public void Put(StoredSource source, long? row)
    {
        _any = true;
        _put.Add(source.Key);
        using var put = session.Get($"INSERT OR REPLACE INTO import_sources ({Columns}, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        put.Bind(1, source.Key.Org).Bind(2, source.Key.Id).Bind(3, source.Object).Bind(4, source.Contributes ? 1 : 0);
        put.Bind(5, Timestamps.ToText(source.CreatedDate)).Bind(6, source.Email);
        put.Bind(8, SourceValues.ToJson(source.Values, layout.Schema)).Bind(10, layout.Name);
        _ = source.LinkedTo is { } link ? put.Bind(7, link) : put.BindNull(7);
        _ = row is { } id ? put.Bind(9, id) : put.BindNull(9);
        put.Run();
    }

    public void Drop(SourceKey key)
    {
        if (Any)
        {
            Key(session.Get("DELETE FROM import_sources WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3"), key).Run();
        }
    }

    public void DropOrphan(SourceKey key) =>
        Key(session.Get("DELETE FROM import_sources WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3 AND row_id IS NULL"), key).Run();

    public void DropOf(SourceKey key, long row) =>
        Key(session.Get("DELETE FROM import_sources WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3 AND row_id = ?4"), key).Bind(4, row).Run();

    public List<StoredSource> OfRow(long row)
    {
        using var found = session.Get($"SELECT {Columns} FROM import_sources INDEXED BY import_sources_row WHERE kind = ?1 AND row_id = ?2");
        found.Bind(1, layout.Name).Bind(2, row);
        return Read(found, into: []);
    }

    /// <summary>Adds the rows that a record belongs or is linked to; orphans among them likewise.</summary>
    public void Find(SourceKey key, HashSet<long> rows, Dictionary<SourceKey, StoredSource> orphans)
    {
        Gather(Key(session.Get($"SELECT {Columns} FROM import_sources WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3"), key), rows, orphans);

        // Left to itself, the planner takes the primary key by kind and org alone, which is every source there is.
        Gather(
            Key(session.Get($"SELECT {Columns} FROM import_sources INDEXED BY import_sources_link WHERE kind = ?1 AND org_id = ?2 AND linked_to = ?3"), key),
            rows,
            orphans);
    }

    /// <summary>Whether a record belongs to a row, is linked to, or is an orphan.</summary>
    public bool Knows(SourceKey key) =>
        Key(session.Get("SELECT 1 FROM import_sources WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3"), key).Any()
        || Key(session.Get("SELECT 1 FROM import_sources INDEXED BY import_sources_link WHERE kind = ?1 AND org_id = ?2 AND linked_to = ?3"), key).Any();

    /// <summary>Adds the rows one of whose contributing sources has the e-mail.</summary>
    public void FindByEmail(string email, SalesforceId? org, HashSet<long> rows)
    {
        using var found = session.Get(
            "SELECT row_id FROM import_sources INDEXED BY import_sources_email WHERE kind = ?1 AND email = ?2 AND contributes = 1 AND row_id IS NOT NULL AND (?3 IS NULL OR org_id = ?3)");
        found.Bind(1, layout.Name).Bind(2, email);
        _ = org is { } id ? found.Bind(3, id) : found.BindNull(3);
        while (found.Step())
        {
            rows.Add(found.Int64(0));
        }
    }

    private Statement Key(Statement statement, SourceKey key) =>
        statement.Bind(1, layout.Name).Bind(2, key.Org).Bind(3, key.Id);

    private void Gather(Statement found, HashSet<long> rows, Dictionary<SourceKey, StoredSource> orphans)
    {
        using (found)
        {
            while (found.Step())
            {
                if (found.IsNull(8))
                {
                    var orphan = ReadOne(found);
                    orphans[orphan.Key] = orphan;
                }
                else
                {
                    rows.Add(found.Int64(8));
                }
            }
        }
    }

    private List<StoredSource> Read(Statement found, List<StoredSource> into)
    {
        while (found.Step())
        {
            into.Add(ReadOne(found));
        }

        return into;
    }

    private StoredSource ReadOne(Statement found) => new()
    {
        Key = new(found.Id(0), found.Id(1)),
        Object = found.Text(2),
        Contributes = found.Int64(3) != 0,
        CreatedDate = Timestamps.ParseOrNull(found.TextOrNull(4)),
        Email = found.TextOrNull(5),
        LinkedTo = found.IdOrNull(6),
        Values = SourceValues.FromJson(found.TextOrNull(7), layout.Schema),
    };
}
