namespace SalesforceImport.PostgreSql.Internal;

/// <summary>Which column each property of a kind has been given.</summary>
internal static class KindColumns
{
    /// <summary>The columns every table of rows has behind its id. A row that the host inserts needs none of them.</summary>
    public static IReadOnlyList<(string Name, string Definition)> Bookkeeping { get; } =
    [
        ("org_id", "text COLLATE \"C\""),
        ("salesforce_id", "text COLLATE \"C\""),
        ("salesforce_object", "text"),
        ("_version", "bigint NOT NULL DEFAULT 1"),
        ("_created_by", "bigint"),
        ("_leader_created", "timestamptz"),
        ("_match_email", "text COLLATE \"C\""),
    ];

    public static async Task<List<(StoreProperty Property, string Column)>> RememberedAsync(
        Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        var found = new List<(StoreProperty, string)>();
        await session.Round()
            .Read(
                "SELECT property, type, column_name FROM import_columns WHERE kind = $1",
                [kind.Name()],
                row => found.Add((new(row.GetString(0), Enum.Parse<PropertyType>(row.GetString(1))), row.GetString(2))))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>The column of each property, after checking it against what the database remembers of it.</summary>
    public static IReadOnlyList<string> Assign(
        StoreSchema schema, List<(StoreProperty Property, string Column)> remembered, DatabaseAddress address)
    {
        var users = new Dictionary<string, StoreProperty>(StringComparer.OrdinalIgnoreCase);
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

            Check(schema.Kind, property, remembered.Find(one => string.Equals(one.Column, column, StringComparison.OrdinalIgnoreCase)), address);
            columns.Add(column);
        }

        return columns;
    }

    public static Task RecordAsync(Session session, StoreSchema schema, IReadOnlyList<string> columns, CancellationToken cancellationToken) =>
        session.Round()
            .Run(
                "INSERT INTO import_columns (kind, column_name, property, type) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING",
                schema.Kind.Name(),
                columns.ToArray(),
                schema.Properties.Select(property => property.Name).ToArray(),
                schema.Properties.Select(property => property.Type.ToString()).ToArray())
            .SendAsync(cancellationToken);

    /// <summary>
    /// Every property the kind has ever been prepared with: what is whole must hold those too that are not mapped at
    /// present. Null when the kind has no table.
    /// </summary>
    public static async Task<KindLayout?> WholeAsync(Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        var table = await TableState.ReadAsync(session, kind, cancellationToken).ConfigureAwait(false);
        if (!table.Exists)
        {
            return null;
        }

        var remembered = await RememberedAsync(session, kind, cancellationToken).ConfigureAwait(false);
        var there = remembered
            .Select(one => (one.Property, one.Column, Form: table.FormOf(one.Column, one.Property.Type)))
            .Where(one => one.Form is not null)
            .ToList();
        return new(
            new(kind, [.. there.Select(one => one.Property)]), [.. there.Select(one => one.Column)], [.. there.Select(one => one.Form!.Value)]);
    }

    private static void Check(RecordKind kind, StoreProperty property, (StoreProperty? Property, string? Column) kept, DatabaseAddress address)
    {
        if (kept.Property is { } known && known.Type != property.Type)
        {
            throw new SalesforceImportException(
                $"Property '{property.Name}' of {kind} is {property.Type}, but {address} keeps it as {known.Type} (column '{kept.Column}' of table '{kind.Table()}'). Map it as {known.Type} as before, or to another name.");
        }
    }
}
