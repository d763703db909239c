using System.Globalization;
using System.Security.Cryptography;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>The tables that the store and the journal keep for themselves, and how an older database becomes a newer one.</summary>
internal static class BookkeepingSchema
{
    private const string ReadVersion = "SELECT value FROM import_settings WHERE name = 'schema_version'";

    /// <summary>The steps from nothing to the newest version. A step that has shipped is never edited: a change is a new one.</summary>
    private static readonly string[] Steps = [BookkeepingScripts.Version1];

    public static void Ensure(Session session, CancellationToken cancellationToken)
    {
        session.BeginRead(cancellationToken);
        int found = Version(session);
        session.Commit();
        if (found == Steps.Length)
        {
            return;
        }

        session.BeginWrite(cancellationToken);
        try
        {
            for (int version = CheckedVersion(session); version < Steps.Length; version++)
            {
                session.Execute(Steps[version]);
            }

            session.Get("INSERT OR REPLACE INTO import_settings (name, value) VALUES ('schema_version', ?1)").Bind(1, Steps.Length).Run();
            session.Get("INSERT OR IGNORE INTO import_settings (name, value) VALUES ('email_hash_key', ?1)")
                .BindBlob(1, RandomNumberGenerator.GetBytes(32)).Run();
            session.Commit();
        }
        finally
        {
            session.Rollback();
        }
    }

    private static int CheckedVersion(Session session)
    {
        int version = Version(session);
        return version <= Steps.Length
            ? version
            : throw new SalesforceImportException(string.Create(
                CultureInfo.InvariantCulture,
                $"The SQLite database '{session.File}' was written by a newer version of SalesforceImport.Sqlite (schema {version}; this version knows {Steps.Length}). Update the package."));
    }

    private static int Version(Session session)
    {
        bool exists = session.Get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'import_settings'").Any();
        return exists ? (int)(session.Get(ReadVersion).Number() ?? 0) : 0;
    }
}
