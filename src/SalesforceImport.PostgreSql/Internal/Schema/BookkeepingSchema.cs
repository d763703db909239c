using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The tables that the store and the journal keep for themselves, and how an older database becomes a newer one.</summary>
internal static class BookkeepingSchema
{
    // Any number that no other program is likely to lock: "sfimport" in ASCII.
    private const long DefinitionLock = 0x7366_696D_706F_7274;

    /// <summary>The steps from nothing to the newest version. A step that has shipped is never edited: a change is a new one.</summary>
    private static readonly Func<string, string>[] Steps = [schema => BookkeepingScripts.Version1 + BookkeepingScripts.Functions(schema)];

    public static async Task<bool> EnsureAsync(Session session, CancellationToken cancellationToken)
    {
        if (await VersionAsync(session, cancellationToken).ConfigureAwait(false) == Steps.Length)
        {
            return true;
        }

        string schema = await LockAsync(session, cancellationToken).ConfigureAwait(false);
        int found = await VersionAsync(session, cancellationToken).ConfigureAwait(false);
        if (found > Steps.Length)
        {
            throw new SalesforceImportException(string.Create(
                CultureInfo.InvariantCulture,
                $"{session.Address.ToString()[4..]} was written by a newer version of SalesforceImport.PostgreSql (schema {found}; this version knows {Steps.Length}). Update the package."));
        }

        for (int version = found; version < Steps.Length; version++)
        {
            await session.ExecuteScriptAsync(Steps[version](schema), cancellationToken).ConfigureAwait(false);
        }

        byte[] newest = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(newest, Steps.Length);
        await session.Round()
            .Run("INSERT INTO import_settings VALUES ('schema_version', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", newest)
            .Run("INSERT INTO import_settings VALUES ('email_hash_key', $1) ON CONFLICT (name) DO NOTHING", RandomNumberGenerator.GetBytes(32))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Keeps other processes from making or altering tables until the transaction ends.</summary>
    /// <returns>The schema that tables are made in.</returns>
    public static async Task<string> LockAsync(Session session, CancellationToken cancellationToken)
    {
        string? schema = null;
        await session.Round()
            .Read("SELECT pg_advisory_xact_lock($1)", [DefinitionLock], static _ => { })
            .Read("SELECT current_schema()", [], row => schema = row.IsDBNull(0) ? null : row.GetString(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return schema ?? throw new SalesforceImportException(
            $"No schema of the search path is in {session.Address}, or the user '{session.Address.User}' may not use it. Create the schema, or correct Search Path in the connection string.");
    }

    private static async Task<int> VersionAsync(Session session, CancellationToken cancellationToken)
    {
        bool exists = false;
        await session.Round().Read("SELECT to_regclass('import_settings') IS NOT NULL", [], row => exists = row.GetBoolean(0))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        if (!exists)
        {
            return 0;
        }

        int version = 0;
        await session.Round()
            .Read("SELECT value FROM import_settings WHERE name = 'schema_version'", [], row => version = BinaryPrimitives.ReadInt32BigEndian(row.GetFieldValue<byte[]>(0)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return version;
    }
}
