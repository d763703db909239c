namespace SalesforceImport.Sqlite.Internal;

/// <summary>Makes or evolves the table of one kind. Nothing is ever dropped or retyped.</summary>
internal sealed class KindTable(Session session, RecordKind kind)
{
    private readonly string _table = kind.Table();

    public static bool Exists(Session session, RecordKind kind) =>
        session.Get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE").Bind(1, kind.Table()).Any();

    public KindLayout Prepare(StoreSchema schema)
    {
        var columns = Fit(schema);
        KindColumns.Record(session, schema, columns);
        var layout = new KindLayout(schema, columns);
        CreateIndexes(layout);
        CreateTriggers();
        return layout;
    }

    /// <summary>Makes the table, or adds the columns it lacks; refuses one that cannot hold the properties.</summary>
    public IReadOnlyList<string> Fit(StoreSchema schema)
    {
        var columns = KindColumns.Assign(session, schema);
        if (!Exists(session, kind))
        {
            Create(schema, columns);
        }
        else
        {
            AddBookkeeping();
            AddMissing(schema, columns);
        }

        return columns;
    }

    private static string Define(StoreProperty property, string column) =>
        $"{ColumnNames.Quote(column)} {ColumnTypes.Declaration(property.Type)}";

    private void Create(StoreSchema schema, IReadOnlyList<string> columns) => session.Execute(
        $"""
        CREATE TABLE {_table} (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            {string.Join(",\n    ", KindColumns.Bookkeeping.Select(column => $"{column.Name} {column.Definition}")
                .Concat(schema.Properties.Zip(columns, Define)))}
        )
        """);

    private void AddBookkeeping()
    {
        if (!session.Get("SELECT 1 FROM pragma_table_info(?1) WHERE name = 'id' COLLATE NOCASE AND pk = 1 AND type = 'INTEGER' COLLATE NOCASE")
            .Bind(1, _table).Any())
        {
            throw new SalesforceImportException(
                $"The SQLite database '{session.File}' has a table '{_table}' that the import cannot use: it needs a column 'id INTEGER PRIMARY KEY'. Rename the table, or give it that key.");
        }

        foreach (var column in KindColumns.Bookkeeping)
        {
            if (DeclaredType(column.Name) is null)
            {
                session.Execute($"ALTER TABLE {_table} ADD COLUMN {column.Name} {column.DefinitionWhenAdded}");
            }
        }
    }

    private void AddMissing(StoreSchema schema, IReadOnlyList<string> columns)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            var property = schema.Properties[i];
            string? declared = DeclaredType(columns[i]);
            if (declared is null)
            {
                session.Execute($"ALTER TABLE {_table} ADD COLUMN {Define(property, columns[i])}");
            }
            else if (!ColumnTypes.Fits(property.Type, declared))
            {
                throw new SalesforceImportException(
                    $"Property '{property.Name}' of {kind} is {property.Type}, but column '{columns[i]}' of table '{_table}' in '{session.File}' is declared {declared}, which does not keep such values as they are. Map the property to another name, or change the column to {ColumnTypes.Declaration(property.Type)}.");
            }
        }
    }

    private string? DeclaredType(string column)
    {
        using var found = session.Get("SELECT type FROM pragma_table_info(?1) WHERE name = ?2 COLLATE NOCASE").Bind(1, _table).Bind(2, column);
        return found.Step() ? found.Text(0) : null;
    }

    private void CreateIndexes(KindLayout layout)
    {
        session.Execute($"CREATE UNIQUE INDEX IF NOT EXISTS {_table}_salesforce_id ON {_table} (org_id, salesforce_id)");
        if (session.Loose(kind) is null)
        {
            session.Execute(MatchEmails.CreateIndex(kind));
        }

        if (layout.Email >= 0)
        {
            // Neither index has an entry for an imported row, so neither costs the import anything.
            session.Execute(HostRows.CreateIndex(layout));
            session.Execute(HostRows.CreateOddIndex(layout));
        }
    }

    // A trigger cannot name the index to use. The plus keeps the planner from the primary key by kind alone, which is every
    // source there is.
    private void CreateTriggers() => session.Execute(
        $"""
        CREATE TRIGGER IF NOT EXISTS {_table}_version AFTER UPDATE ON {_table} FOR EACH ROW WHEN NEW._version IS OLD._version
        BEGIN
            UPDATE {_table} SET _version = OLD._version + {RowFacts.HostStep} WHERE id = NEW.id;
        END;
        CREATE TRIGGER IF NOT EXISTS {_table}_deleted AFTER DELETE ON {_table} FOR EACH ROW
        BEGIN
            DELETE FROM import_sources WHERE row_id = OLD.id AND +kind = '{kind.Name()}';
            DELETE FROM import_list WHERE kind = '{kind.Name()}' AND row_id = OLD.id;
        END;
        """);
}
