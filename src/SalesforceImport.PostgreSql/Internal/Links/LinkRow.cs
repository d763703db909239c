namespace SalesforceImport.PostgreSql.Internal;

/// <summary>How a link lies in a row: its key, then what it says.</summary>
internal static class LinkRow
{
    public const string Key = "kind, from_id, to_id";

    public const string Said = "record_id, role, is_primary, has_responded, responded_on";

    public const string Columns = $"{Key}, {Said}";

    /// <summary>How many columns there are.</summary>
    public const int Count = 8;

    /// <summary>The columns of a table, or of a row, by this name.</summary>
    public static string Of(string table, string columns) => string.Join(", ", columns.Split(", ").Select(column => $"{table}.{column}"));

    public static LinkKey ReadKey(NpgsqlDataReader row, int first = 0) => new(LinkNames.Parse(row.GetString(first)), row.Id(first + 1), row.Id(first + 2));

    public static StoredLink Read(NpgsqlDataReader row, int first = 0) => new()
    {
        Key = ReadKey(row, first),
        Record = row.IdOrNull(first + 3),
        Role = NulText.Decode(row.TextOrNull(first + 4)),
        IsPrimary = row.GetBoolean(first + 5),
        HasResponded = row.GetBoolean(first + 6),
        RespondedOn = row.IsDBNull(first + 7) ? null : row.GetFieldValue<DateOnly>(first + 7),
    };
}
