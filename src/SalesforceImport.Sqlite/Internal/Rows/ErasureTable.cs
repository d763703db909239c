using System.Security.Cryptography;
using System.Text;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>What was erased and must stay so: ids of records, and e-mails as hashes under a key of this database alone.</summary>
internal sealed class ErasureTable(Session session, RecordKind kind)
{
    private readonly string _kind = kind.Name();
    private byte[]? _key;
    private bool? _anySource;
    private bool? _anyEmail;

    public bool AnySource => _anySource ??= session.Get("SELECT 1 FROM import_erasures WHERE kind = ?1 LIMIT 1").Bind(1, _kind).Any();

    public bool AnyEmail => _anyEmail ??= session.Get("SELECT 1 FROM import_erased_emails WHERE kind = ?1 LIMIT 1").Bind(1, _kind).Any();

    public bool Holds(SourceKey key) =>
        session.Get("SELECT 1 FROM import_erasures WHERE kind = ?1 AND org_id = ?2 AND salesforce_id = ?3")
            .Bind(1, _kind).Bind(2, key.Org).Bind(3, key.Id).Any();

    public bool Holds(string email) =>
        session.Get("SELECT 1 FROM import_erased_emails WHERE kind = ?1 AND hash = ?2").Bind(1, _kind).BindBlob(2, Hash(email)).Any();

    public void Add(SourceKey key, DateTimeOffset at) =>
        session.Get("INSERT OR IGNORE INTO import_erasures (kind, org_id, salesforce_id, erased_at) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, _kind).Bind(2, key.Org).Bind(3, key.Id).Bind(4, Timestamps.ToText(at)).Run();

    public void Add(string email, DateTimeOffset at) =>
        session.Get("INSERT OR IGNORE INTO import_erased_emails (kind, hash, erased_at) VALUES (?1, ?2, ?3)")
            .Bind(1, _kind).BindBlob(2, Hash(email)).Bind(3, Timestamps.ToText(at)).Run();

    private byte[] Hash(string email) => HMACSHA256.HashData(_key ??= ReadKey(), Encoding.UTF8.GetBytes(email));

    private byte[] ReadKey()
    {
        using var found = session.Get("SELECT value FROM import_settings WHERE name = 'email_hash_key'");
        return found.Step()
            ? found.Bytes(0).ToArray()
            : throw new SalesforceImportException($"The SQLite database '{session.File}' has lost its key for erased e-mails (table import_settings). Restore it from a backup.");
    }
}
