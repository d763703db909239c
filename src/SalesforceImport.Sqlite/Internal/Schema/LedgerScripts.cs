namespace SalesforceImport.Sqlite.Internal;

/// <summary>The definitions of the ledger's tables, one script for each version of the schema.</summary>
internal static class LedgerScripts
{
    public const string Version1 =
        """
        CREATE TABLE import_settings (
            name TEXT PRIMARY KEY,
            value
        ) WITHOUT ROWID;

        CREATE TABLE api_calls (
            id INTEGER PRIMARY KEY,
            org_id TEXT NOT NULL,
            called_at TEXT NOT NULL,
            kind TEXT NOT NULL,
            run TEXT
        );
        CREATE INDEX api_calls_org ON api_calls (org_id, called_at);
        CREATE INDEX api_calls_run ON api_calls (run);

        CREATE TABLE api_usage (
            id INTEGER PRIMARY KEY,
            org_id TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            used INTEGER NOT NULL,
            allowed INTEGER NOT NULL
        );
        CREATE INDEX api_usage_org ON api_usage (org_id, seen_at);
        """;
}
