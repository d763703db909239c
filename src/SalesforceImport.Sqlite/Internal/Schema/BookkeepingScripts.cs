namespace SalesforceImport.Sqlite.Internal;

/// <summary>The definitions of the bookkeeping tables, one script for each version of the schema.</summary>
internal static class BookkeepingScripts
{
    public const string Version1 =
        """
        CREATE TABLE import_settings (
            name TEXT PRIMARY KEY,
            value
        ) WITHOUT ROWID;

        CREATE TABLE import_columns (
            kind TEXT NOT NULL,
            column_name TEXT NOT NULL COLLATE NOCASE,
            property TEXT NOT NULL,
            type TEXT NOT NULL,
            PRIMARY KEY (kind, column_name)
        ) WITHOUT ROWID;

        CREATE TABLE imports (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            org_id TEXT NOT NULL,
            kinds TEXT NOT NULL,
            state TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            holder TEXT NOT NULL,
            started_at TEXT NOT NULL,
            closed_at TEXT,
            list_name TEXT NOT NULL,
            checkpoint TEXT,
            plan TEXT NOT NULL
        );

        CREATE TABLE import_leases (
            kind TEXT PRIMARY KEY,
            epoch INTEGER NOT NULL,
            holder TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE import_ranges (
            import INTEGER NOT NULL,
            kind TEXT NOT NULL,
            first_row INTEGER NOT NULL,
            last_row INTEGER NOT NULL,
            PRIMARY KEY (import, kind)
        ) WITHOUT ROWID;

        CREATE TABLE import_sources (
            kind TEXT NOT NULL,
            org_id TEXT NOT NULL,
            salesforce_id TEXT NOT NULL,
            salesforce_object TEXT NOT NULL,
            row_id INTEGER,
            contributes INTEGER NOT NULL,
            created_at TEXT,
            email TEXT,
            linked_to TEXT,
            "values" TEXT,
            PRIMARY KEY (kind, org_id, salesforce_id)
        ) WITHOUT ROWID;
        CREATE INDEX import_sources_row ON import_sources (row_id, kind) WHERE row_id IS NOT NULL;
        CREATE INDEX import_sources_email ON import_sources (kind, email) WHERE email IS NOT NULL;
        CREATE INDEX import_sources_link ON import_sources (kind, org_id, linked_to) WHERE linked_to IS NOT NULL;

        CREATE TABLE import_history (
            import INTEGER NOT NULL,
            row_id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            removed INTEGER NOT NULL,
            merged_into INTEGER,
            changes TEXT NOT NULL,
            restored INTEGER NOT NULL,
            created_by INTEGER,
            leader_before TEXT,
            sources_before TEXT,
            PRIMARY KEY (import, kind, row_id)
        ) WITHOUT ROWID;
        CREATE INDEX import_history_row ON import_history (kind, row_id);
        CREATE INDEX import_history_merged ON import_history (kind, merged_into) WHERE merged_into IS NOT NULL;

        CREATE TABLE import_list (
            import INTEGER NOT NULL,
            row_id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            PRIMARY KEY (import, kind, row_id)
        ) WITHOUT ROWID;
        CREATE INDEX import_list_row ON import_list (kind, row_id);

        CREATE TABLE import_links (
            org_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            from_id TEXT NOT NULL,
            to_id TEXT NOT NULL,
            record_id TEXT,
            role TEXT,
            is_primary INTEGER NOT NULL,
            has_responded INTEGER NOT NULL,
            responded_on TEXT,
            made_by INTEGER NOT NULL,
            PRIMARY KEY (org_id, kind, from_id, to_id)
        ) WITHOUT ROWID;
        CREATE INDEX import_links_to ON import_links (org_id, kind, to_id);
        CREATE INDEX import_links_made ON import_links (made_by, kind, from_id, to_id);

        CREATE TABLE import_link_history (
            import INTEGER NOT NULL,
            org_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            from_id TEXT NOT NULL,
            to_id TEXT NOT NULL,
            record_id TEXT,
            role TEXT,
            is_primary INTEGER NOT NULL,
            has_responded INTEGER NOT NULL,
            responded_on TEXT,
            made_by INTEGER NOT NULL,
            PRIMARY KEY (import, org_id, kind, from_id, to_id)
        ) WITHOUT ROWID;

        CREATE TABLE import_log (
            import INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            salesforce_object TEXT NOT NULL,
            first_id TEXT NOT NULL,
            last_id TEXT NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY (import, sequence, salesforce_object)
        );

        CREATE TABLE import_erasures (
            kind TEXT NOT NULL,
            org_id TEXT NOT NULL,
            salesforce_id TEXT NOT NULL,
            erased_at TEXT NOT NULL,
            PRIMARY KEY (kind, org_id, salesforce_id)
        ) WITHOUT ROWID;

        CREATE TABLE import_erased_emails (
            kind TEXT NOT NULL,
            hash BLOB NOT NULL,
            erased_at TEXT NOT NULL,
            PRIMARY KEY (kind, hash)
        ) WITHOUT ROWID;

        CREATE TABLE import_journal (
            id TEXT PRIMARY KEY,
            org_id TEXT NOT NULL,
            selector TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT,
            started_at TEXT NOT NULL,
            ended_at TEXT,
            plan TEXT NOT NULL,
            report TEXT
        ) WITHOUT ROWID;
        CREATE INDEX import_journal_started ON import_journal (started_at);
        """;
}
