namespace SalesforceImport.PostgreSql.Internal;

/// <summary>How the properties of one kind lie in its table, with the lists of columns that statements are made of.</summary>
internal sealed class KindLayout
{
    /// <summary>Columns in front of the properties when a row is read.</summary>
    public const int RowHead = 8;

    /// <summary>Columns in front of the properties when a row is created.</summary>
    public const int CreateHead = 7;

    public const string Head = "id, _version, _created_by, org_id, salesforce_id, salesforce_object, _leader_created, _match_email";

    public KindLayout(StoreSchema schema, IReadOnlyList<string> columns, IReadOnlyList<ColumnForm> forms)
    {
        Schema = schema;
        Columns = columns;
        Quoted = [.. columns.Select(ColumnNames.Quote)];
        Forms = [.. forms];
        Types = [.. schema.Properties.Select(property => property.Type)];
        Table = schema.Kind.Table();
        Name = schema.Kind.Name();
        Email = schema.IndexOf("Email") is >= 0 and var email && Types[email] == PropertyType.Text ? email : -1;
        RowColumns = Head + List(Quoted);
        string created = $"org_id, salesforce_id, salesforce_object, _created_by, _leader_created, _match_email, _version{List(Quoted)}";
        CreateTarget = $"{Table} ({created})";
        RestoreTarget = $"{Table} (id, {created})";
    }

    public RecordKind Kind => Schema.Kind;

    public string Table { get; }

    /// <summary>The kind's name in bookkeeping tables.</summary>
    public string Name { get; }

    public StoreSchema Schema { get; }

    public IReadOnlyList<string> Columns { get; }

    public string[] Quoted { get; }

    public ColumnForm[] Forms { get; }

    public PropertyType[] Types { get; }

    /// <summary>The property by which rows of the host's own are matched, or −1.</summary>
    public int Email { get; }

    /// <summary>The columns of a whole row.</summary>
    public string RowColumns { get; }

    /// <summary>What created rows are copied into.</summary>
    public string CreateTarget { get; }

    /// <summary>What rows that come back under their ids are copied into.</summary>
    public string RestoreTarget { get; }

    /// <summary>Whether the server refused a row because its leading record leads another.</summary>
    public bool IsLeaderClash(PostgresException exception) =>
        exception.SqlState == PostgresErrorCodes.UniqueViolation && exception.ConstraintName == $"{Table}_salesforce_id";

    /// <summary>Whether the server refused a row because its id is another's, in a table that the store has made.</summary>
    public bool IsIdClash(PostgresException exception) =>
        exception.SqlState == PostgresErrorCodes.UniqueViolation && exception.ConstraintName == $"{Table}_pkey";

    private static string List(IEnumerable<string> columns) => string.Concat(columns.Select(column => ", " + column));
}
