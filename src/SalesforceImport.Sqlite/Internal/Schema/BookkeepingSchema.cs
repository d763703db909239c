using System.Globalization;
using System.Security.Cryptography;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>The tables that the store and the journal keep for themselves, and how an older database becomes a newer one.</summary>
/// <param name="steps">The steps from nothing to the newest version. A step that has shipped is never edited: a change is a new one.</param>
/// <param name="addSettings">Adds settings that a script cannot make up.</param>
internal sealed class BookkeepingSchema(IReadOnlyList<string> steps, Action<Session>? addSettings = null)
{
    private const string ReadVersion = "SELECT value FROM import_settings WHERE name = 'schema_version'";

    /// <summary>Runs, sources, history, lists and the runs' journal.</summary>
    public static BookkeepingSchema Main { get; } = new([BookkeepingScripts.Version1], AddEmailKey);

    /// <summary>Calls and usage.</summary>
    public static BookkeepingSchema Ledger { get; } = new([LedgerScripts.Version1]);

    public void Ensure(Session session, CancellationToken cancellationToken)
    {
        session.BeginRead(cancellationToken);
        int found = Version(session);
        session.Commit();
        if (found == steps.Count)
        {
            return;
        }

        session.BeginWrite(cancellationToken);
        try
        {
            for (int version = CheckedVersion(session); version < steps.Count; version++)
            {
                session.Execute(steps[version]);
            }

            session.Get("INSERT OR REPLACE INTO import_settings (name, value) VALUES ('schema_version', ?1)").Bind(1, steps.Count).Run();
            addSettings?.Invoke(session);
            session.Commit();
        }
        finally
        {
            session.Rollback();
        }
    }

    /// <summary>For those who only read: the tables are as this version knows them.</summary>
    /// <exception cref="SalesforceImportException">They are not there, older or newer.</exception>
    public void Check(Session session, CancellationToken cancellationToken)
    {
        session.BeginRead(cancellationToken);
        int found = CheckedVersion(session);
        session.Commit();
        if (found < steps.Count)
        {
            throw new SalesforceImportException(found == 0
                ? $"The SQLite database '{session.File}' holds no imports: nothing has been imported into it yet."
                : $"The SQLite database '{session.File}' was written by an older version of SalesforceImport.Sqlite. Open it for writing once, which brings it up to date.");
        }
    }

    private static void AddEmailKey(Session session) =>
        session.Get("INSERT OR IGNORE INTO import_settings (name, value) VALUES ('email_hash_key', ?1)")
            .BindBlob(1, RandomNumberGenerator.GetBytes(32)).Run();

    private int CheckedVersion(Session session)
    {
        int version = Version(session);
        return version <= steps.Count
            ? version
            : throw new SalesforceImportException(string.Create(
                CultureInfo.InvariantCulture,
                $"The SQLite database '{session.File}' was written by a newer version of SalesforceImport.Sqlite (schema {version}; this version knows {steps.Count}). Update the package."));
    }

    private static int Version(Session session)
    {
        bool exists = session.Get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'import_settings'").Any();
        return exists ? (int)(session.Get(ReadVersion).Number() ?? 0) : 0;
    }
}
