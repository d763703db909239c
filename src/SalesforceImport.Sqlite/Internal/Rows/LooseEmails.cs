using System.Runtime.InteropServices;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>
/// Where the e-mails of rows can be found while a first import fills the table and the index over them is not there: a
/// temporary table of hashes, of this connection alone. E-mails come in no order, so an index over them is written all over
/// again with every change set; made at the end, it is sorted once and written once. A process that dies leaves no index and
/// no table, and whoever opens the store next makes the index.
/// </summary>
internal sealed class LooseEmails
{
    // Hashes come in no order either. In parts of a few megabytes, those being written stay in the cache, and those that
    // are full are left alone; a look-up asks each.
    private const int MostInPart = 1 << 18;

    private readonly Session _session;
    private readonly string _table;
    private readonly List<(long Hash, long Row)> _unwritten = [];
    private long _part;
    private long _inPart;

    private LooseEmails(Session session, RecordKind kind)
    {
        _session = session;
        _table = $"temp.loose_{kind.Table()}";
    }

    /// <summary>Takes the index away, within a transaction.</summary>
    public static LooseEmails Begin(Session session, RecordKind kind)
    {
        var loose = new LooseEmails(session, kind);
        session.Execute(MatchEmails.DropIndex(kind));
        session.Execute($"CREATE TABLE {loose._table} (part INTEGER NOT NULL, hash INTEGER NOT NULL, row_id INTEGER NOT NULL, PRIMARY KEY (part, hash, row_id)) WITHOUT ROWID");
        return loose;
    }

    /// <summary>Forgets the hashes, within a transaction. The index is the caller's to make.</summary>
    public void End() => _session.Execute($"DROP TABLE {_table}");

    /// <summary>A new change set: what one before it did not write, it has rolled back.</summary>
    public void Restart() => _unwritten.Clear();

    public void Add(string email, long row) => _unwritten.Add((Hash(email), row));

    public void Write()
    {
        // In the order of the hashes, each page of the table is visited once.
        _unwritten.Sort();
        var insert = _session.Get($"INSERT OR IGNORE INTO {_table} (part, hash, row_id) VALUES (?1, ?2, ?3)").Bind(1, _part);
        foreach (var (hash, row) in _unwritten)
        {
            insert.Bind(2, hash).Bind(3, row).Run();
        }

        _inPart += _unwritten.Count;
        _unwritten.Clear();
        if (_inPart >= MostInPart)
        {
            _part++;
            _inPart = 0;
        }
    }

    public void Find(string email, List<long> rows)
    {
        using var found = _session.Get($"SELECT row_id FROM {_table} WHERE part = ?1 AND hash = ?2").Bind(2, Hash(email));
        for (long part = 0; part <= _part; part++)
        {
            found.Bind(1, part);
            while (found.Step())
            {
                rows.Add(found.Int64(0));
            }

            found.Dispose();
        }
    }

    private static long Hash(string email)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (ushort unit in MemoryMarshal.Cast<char, ushort>(email))
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return (long)(hash ^ (hash >> 32));
    }
}
