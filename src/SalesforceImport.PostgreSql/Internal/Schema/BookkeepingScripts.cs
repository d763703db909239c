namespace SalesforceImport.PostgreSql.Internal;

/// <summary>The definitions of the bookkeeping tables, one script for each version of the schema.</summary>
internal static class BookkeepingScripts
{
    // Ids compare byte by byte: COLLATE "C" keeps Salesforce's order, and is the fastest there is.
    public const string Version1 =
        """
        CREATE TABLE import_settings (
            name text PRIMARY KEY,
            value bytea NOT NULL
        );

        CREATE TABLE import_columns (
            kind text NOT NULL,
            column_name text NOT NULL,
            property text NOT NULL,
            type text NOT NULL,
            PRIMARY KEY (kind, column_name)
        );

        CREATE TABLE imports (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            org_id text COLLATE "C" NOT NULL,
            kinds text NOT NULL,
            state text NOT NULL,
            sequence bigint NOT NULL,
            epoch bigint NOT NULL,
            holder text NOT NULL,
            started_at timestamptz NOT NULL,
            closed_at timestamptz,
            list_name text NOT NULL,
            checkpoint text,
            plan text NOT NULL
        );

        CREATE SEQUENCE import_epochs;

        CREATE TABLE import_leases (
            kind text PRIMARY KEY,
            epoch bigint NOT NULL,
            holder text NOT NULL
        );

        CREATE TABLE import_ranges (
            import bigint NOT NULL,
            kind text NOT NULL,
            first_row bigint NOT NULL,
            last_row bigint NOT NULL,
            PRIMARY KEY (import, kind)
        );

        CREATE TABLE import_sources (
            kind text NOT NULL,
            org_id text COLLATE "C" NOT NULL,
            salesforce_id text COLLATE "C" NOT NULL,
            salesforce_object text NOT NULL,
            row_id bigint,
            contributes boolean NOT NULL,
            created_at timestamptz,
            email text COLLATE "C",
            linked_to text COLLATE "C",
            "values" json,
            PRIMARY KEY (kind, org_id, salesforce_id)
        );
        CREATE INDEX import_sources_row ON import_sources (kind, row_id) WHERE row_id IS NOT NULL;
        CREATE INDEX import_sources_email ON import_sources (kind, email) WHERE email IS NOT NULL;
        CREATE INDEX import_sources_link ON import_sources (kind, org_id, linked_to) WHERE linked_to IS NOT NULL;

        CREATE TABLE import_history (
            import bigint NOT NULL,
            kind text NOT NULL,
            row_id bigint NOT NULL,
            removed boolean NOT NULL,
            merged_into bigint,
            changes json NOT NULL,
            restored boolean NOT NULL,
            created_by bigint,
            leader_before text COLLATE "C",
            sources_before json,
            PRIMARY KEY (import, kind, row_id)
        );
        CREATE INDEX import_history_row ON import_history (kind, row_id);
        CREATE INDEX import_history_merged ON import_history (kind, merged_into) WHERE merged_into IS NOT NULL;

        CREATE TABLE import_list (
            import bigint NOT NULL,
            kind text NOT NULL,
            row_id bigint NOT NULL,
            PRIMARY KEY (import, kind, row_id)
        );
        CREATE INDEX import_list_row ON import_list (kind, row_id);

        CREATE TABLE import_links (
            org_id text COLLATE "C" NOT NULL,
            kind text COLLATE "C" NOT NULL,
            from_id text COLLATE "C" NOT NULL,
            to_id text COLLATE "C" NOT NULL,
            record_id text COLLATE "C",
            role text,
            is_primary boolean NOT NULL,
            has_responded boolean NOT NULL,
            responded_on date,
            made_by bigint NOT NULL,
            PRIMARY KEY (org_id, kind, from_id, to_id)
        );
        CREATE INDEX import_links_to ON import_links (org_id, kind, to_id);
        CREATE INDEX import_links_made ON import_links (made_by, kind, from_id, to_id);

        CREATE TABLE import_link_history (
            import bigint NOT NULL,
            org_id text COLLATE "C" NOT NULL,
            kind text COLLATE "C" NOT NULL,
            from_id text COLLATE "C" NOT NULL,
            to_id text COLLATE "C" NOT NULL,
            record_id text COLLATE "C",
            role text,
            is_primary boolean NOT NULL,
            has_responded boolean NOT NULL,
            responded_on date,
            made_by bigint NOT NULL,
            PRIMARY KEY (import, org_id, kind, from_id, to_id)
        );

        CREATE TABLE import_log (
            import bigint NOT NULL,
            sequence bigint NOT NULL,
            salesforce_object text NOT NULL,
            first_id text COLLATE "C" NOT NULL,
            last_id text COLLATE "C" NOT NULL,
            data bytea NOT NULL,
            PRIMARY KEY (import, sequence, salesforce_object)
        );

        CREATE TABLE import_erasures (
            kind text NOT NULL,
            org_id text COLLATE "C" NOT NULL,
            salesforce_id text COLLATE "C" NOT NULL,
            erased_at timestamptz NOT NULL,
            PRIMARY KEY (kind, org_id, salesforce_id)
        );

        CREATE TABLE import_erased_emails (
            kind text NOT NULL,
            hash bytea NOT NULL,
            erased_at timestamptz NOT NULL,
            PRIMARY KEY (kind, hash)
        );

        CREATE TABLE import_journal (
            id text PRIMARY KEY,
            org_id text NOT NULL,
            selector text NOT NULL,
            state text NOT NULL,
            reason text,
            started_at timestamptz NOT NULL,
            ended_at timestamptz,
            plan text NOT NULL,
            report text
        );
        CREATE INDEX import_journal_started ON import_journal (started_at);

        CREATE TABLE api_calls (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            org_id text NOT NULL,
            called_at timestamptz NOT NULL,
            kind text NOT NULL,
            run text
        );
        CREATE INDEX api_calls_org ON api_calls (org_id, called_at);
        CREATE INDEX api_calls_run ON api_calls (run);

        CREATE TABLE api_usage (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            org_id text NOT NULL,
            seen_at timestamptz NOT NULL,
            used bigint NOT NULL,
            allowed bigint NOT NULL
        );
        CREATE INDEX api_usage_org ON api_usage (org_id, seen_at);
        """;

    /// <summary>
    /// What the triggers of the tables of rows do, and a question asked of them. The second trigger works as the owner of
    /// the bookkeeping tables, so that a user of the host's who may delete rows needs no rights to them. The last function
    /// tells which rows cannot be deleted, whatever the way by which a foreign key keeps them: it tries each alone, and
    /// takes it back.
    /// </summary>
    public static string Functions(string schema) =>
        $"""
        CREATE FUNCTION import_next_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW._version := OLD._version + {RowFacts.HostStep};
            RETURN NEW;
        END $$;

        CREATE FUNCTION import_rows_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = {ColumnNames.Quote(schema)}, pg_temp AS $$
        BEGIN
            IF TG_OP = 'TRUNCATE' THEN
                DELETE FROM import_sources WHERE kind = TG_ARGV[0] AND row_id IS NOT NULL;
                DELETE FROM import_list WHERE kind = TG_ARGV[0];
            ELSE
                DELETE FROM import_sources s USING gone WHERE s.kind = TG_ARGV[0] AND s.row_id = gone.id;
                DELETE FROM import_list l USING gone WHERE l.kind = TG_ARGV[0] AND l.row_id = gone.id;
            END IF;
            RETURN NULL;
        END $$;

        CREATE FUNCTION import_rows_held(of_table regclass, ids bigint[]) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
        DECLARE
            one bigint;
        BEGIN
            FOREACH one IN ARRAY ids LOOP
                BEGIN
                    EXECUTE format('DELETE FROM %s WHERE id = $1', of_table) USING one;
                    SET CONSTRAINTS ALL IMMEDIATE;
                    RAISE EXCEPTION USING ERRCODE = '{TakenBack}';
                EXCEPTION
                    WHEN foreign_key_violation OR restrict_violation THEN
                        RETURN NEXT one;
                    WHEN SQLSTATE '{TakenBack}' THEN
                        NULL;
                END;
            END LOOP;
        END $$;
        """;

    // Any code that the server itself does not use.
    private const string TakenBack = "SFI01";
}
