namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What the server's catalogs say of the table of one kind.</summary>
internal sealed class TableState
{
    private readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    public bool Exists { get; private set; }

    /// <summary>Whether it is a table that rows can be given ids in: a whole number for a primary key, which the database counts.</summary>
    public bool IsUsable { get; private set; }

    /// <summary>The kinds that have a table.</summary>
    public static async Task<List<RecordKind>> KindsAsync(Session session, CancellationToken cancellationToken)
    {
        var kinds = new List<RecordKind>();
        await session.Round()
            .Read(
                "SELECT k.name FROM unnest($1::text[], $2::text[]) AS k (name, table_name) WHERE to_regclass(k.table_name) IS NOT NULL",
                [KindNames.All.Select(kind => kind.Name()).ToArray(), KindNames.All.Select(kind => kind.Table()).ToArray()],
                row => kinds.Add(KindNames.Parse(row.GetString(0))))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return kinds;
    }

    public static async Task<TableState> ReadAsync(Session session, RecordKind kind, CancellationToken cancellationToken)
    {
        var state = new TableState();
        object?[] table = [kind.Table()];
        await session.Round()
            .Read(
                """
                SELECT c.relkind = 'r' AND EXISTS (
                    SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                    WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1 AND a.attname = 'id'
                      AND a.atttypid IN ('bigint'::regtype, 'integer'::regtype) AND (a.attidentity <> '' OR a.atthasdef))
                FROM pg_class c WHERE c.oid = to_regclass($1)
                """,
                table,
                row => (state.Exists, state.IsUsable) = (true, row.GetBoolean(0)))
            .Read(
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped",
                table,
                row => state._columns.Add(row.GetString(0), row.GetString(1)))
            .Read(
                "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass($1) UNION ALL SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass($1)",
                table,
                row => state._parts.Add(row.GetString(0)))
            .SendAsync(cancellationToken).ConfigureAwait(false);
        return state;
    }

    /// <summary>The declared type of a column; null when there is none.</summary>
    public string? TypeOf(string column) => _columns.GetValueOrDefault(column);

    public ColumnForm? FormOf(string column, PropertyType type) =>
        _columns.TryGetValue(column, out string? declared) ? ColumnTypes.Fitting(type, declared) : null;

    /// <summary>Whether the table has an index or trigger of this name.</summary>
    public bool HasPart(string name) => _parts.Contains(name);
}
