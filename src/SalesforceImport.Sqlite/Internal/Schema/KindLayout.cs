namespace SalesforceImport.Sqlite.Internal;

/// <summary>How the properties of one kind lie in its table, with the statements that depend on it.</summary>
internal sealed class KindLayout
{
    /// <summary>Columns in front of the properties when a row is read.</summary>
    public const int RowHead = 8;

    /// <summary>Parameters in front of the properties when a row is created.</summary>
    public const int InsertHead = 6;

    private const string Head = "id, _version, _created_by, org_id, salesforce_id, salesforce_object, _leader_created, _match_email";

    public KindLayout(StoreSchema schema, IReadOnlyList<string> columns)
    {
        Schema = schema;
        Columns = columns;
        Quoted = [.. columns.Select(ColumnNames.Quote)];
        Types = [.. schema.Properties.Select(property => property.Type)];
        Table = schema.Kind.Table();
        Name = schema.Kind.Name();
        Email = schema.IndexOf("Email") is >= 0 and var email && Types[email] == PropertyType.Text ? email : -1;
        SelectFacts = $"SELECT {Head} FROM {Table} WHERE id = ?1";
        SelectRow = $"SELECT {Head}{List(Quoted)} FROM {Table} WHERE id = ?1";
        InsertRow =
            $"INSERT INTO {Table} (org_id, salesforce_id, salesforce_object, _created_by, _leader_created, _match_email, _version{List(Quoted)}) "
            + $"VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1{string.Concat(Enumerable.Range(InsertHead + 1, columns.Count).Select(n => $", ?{n}"))})";
    }

    public RecordKind Kind => Schema.Kind;

    public string Table { get; }

    /// <summary>The kind's name in bookkeeping tables.</summary>
    public string Name { get; }

    public StoreSchema Schema { get; }

    public IReadOnlyList<string> Columns { get; }

    public string[] Quoted { get; }

    public PropertyType[] Types { get; }

    /// <summary>The property by which rows of the host's own are matched, or −1.</summary>
    public int Email { get; }

    /// <summary>A row without its properties.</summary>
    public string SelectFacts { get; }

    public string SelectRow { get; }

    public string InsertRow { get; }

    private static string List(IEnumerable<string> columns) => string.Concat(columns.Select(column => ", " + column));
}
