namespace SalesforceImport.Sqlite.Internal;

/// <summary>The columns of a kind's table: the store's own, and those that properties have been given.</summary>
internal static class KindColumns
{
    /// <summary>The columns every table of rows has behind its id. A row that the host inserts needs none of them.</summary>
    public static IReadOnlyList<(string Name, string Definition, string DefinitionWhenAdded)> Bookkeeping { get; } =
    [
        ("org_id", "TEXT", "TEXT"),
        ("salesforce_id", "TEXT", "TEXT"),
        ("salesforce_object", "TEXT", "TEXT"),

        // A version at random tells a row that the host replaced, under the same id, from the one that was there.
        ("_version", "INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFFFF)", "INTEGER NOT NULL DEFAULT 1"),
        ("_created_by", "INTEGER", "INTEGER"),
        ("_leader_created", "INTEGER", "INTEGER"),
        ("_match_email", "TEXT", "TEXT"),
    ];

    /// <summary>The column of each property, after checking it against what the database remembers of it.</summary>
    public static IReadOnlyList<string> Assign(Session session, StoreSchema schema)
    {
        var users = new Dictionary<string, StoreProperty>(StringComparer.OrdinalIgnoreCase);
        var remembered = Remembered(session, schema.Kind);
        var columns = new List<string>();
        foreach (var property in schema.Properties)
        {
            var known = remembered.Find(one => string.Equals(one.Property.Name, property.Name, StringComparison.OrdinalIgnoreCase));
            string column = known.Column ?? ColumnNames.For(property.Name);
            if (!users.TryAdd(column, property))
            {
                throw new SalesforceImportException(
                    $"Properties '{users[column].Name}' and '{property.Name}' of {schema.Kind} would share column '{column}'. Map one of them to another name.");
            }

            Check(schema.Kind, property, remembered.Find(one => string.Equals(one.Column, column, StringComparison.OrdinalIgnoreCase)), session.File);
            columns.Add(column);
        }

        return columns;
    }

    public static void Record(Session session, StoreSchema schema, IReadOnlyList<string> columns)
    {
        var insert = session.Get("INSERT OR IGNORE INTO import_columns (kind, column_name, property, type) VALUES (?1, ?2, ?3, ?4)");
        for (int i = 0; i < columns.Count; i++)
        {
            var property = schema.Properties[i];
            insert.Bind(1, schema.Kind.Name()).Bind(2, columns[i]).Bind(3, property.Name).Bind(4, property.Type.ToString()).Run();
        }
    }

    /// <summary>Every property the kind has ever been prepared with: what is whole must hold those too that are not mapped at present.</summary>
    public static KindLayout Whole(Session session, RecordKind kind)
    {
        var remembered = Remembered(session, kind);
        return new(new(kind, [.. remembered.Select(one => one.Property)]), [.. remembered.Select(one => one.Column)]);
    }

    /// <summary>The column of a property, mapped at present or not; null where there is none.</summary>
    public static string? Find(Session session, RecordKind kind, string property) =>
        Remembered(session, kind).Find(one => string.Equals(one.Property.Name, property, StringComparison.OrdinalIgnoreCase)).Column;

    private static void Check(RecordKind kind, StoreProperty property, (StoreProperty? Property, string? Column) kept, string file)
    {
        if (kept.Property is { } known && known.Type != property.Type)
        {
            throw new SalesforceImportException(
                $"Property '{property.Name}' of {kind} is {property.Type}, but '{file}' keeps it as {known.Type} (column '{kept.Column}' of table '{kind.Table()}'). Map it as {known.Type} as before, or to another name.");
        }
    }

    private static List<(StoreProperty Property, string Column)> Remembered(Session session, RecordKind kind)
    {
        var found = new List<(StoreProperty, string)>();
        using var rows = session.Get("SELECT property, type, column_name FROM import_columns WHERE kind = ?1").Bind(1, kind.Name());
        while (rows.Step())
        {
            found.Add((new(rows.Text(0), Enum.Parse<PropertyType>(rows.Text(1))), rows.Text(2)));
        }

        return found;
    }
}
