using System.Globalization;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>How a link lies in a row: its key, then what it says.</summary>
internal static class LinkRow
{
    public const string Columns = "kind, from_id, to_id, record_id, role, is_primary, has_responded, responded_on";

    /// <summary>How many columns there are.</summary>
    public const int Count = 8;

    public static string Of(string table) => string.Join(", ", Columns.Split(", ").Select(column => $"{table}.{column}"));

    /// <summary>Binds a key to three parameters.</summary>
    public static Statement Bind(this Statement statement, int first, LinkKey key) =>
        statement.Bind(first, key.Kind.Name()).Bind(first + 1, key.From).Bind(first + 2, key.To);

    /// <summary>Binds a link to eight parameters, in the order of the columns.</summary>
    public static Statement Bind(this Statement statement, int first, StoredLink link)
    {
        statement.Bind(first, link.Key);
        _ = link.Record is { } record ? statement.Bind(first + 3, record) : statement.BindNull(first + 3);
        statement.Bind(first + 4, link.Role).Bind(first + 5, link.IsPrimary ? 1 : 0).Bind(first + 6, link.HasResponded ? 1 : 0);
        return statement.Bind(first + 7, link.RespondedOn?.ToString("O", CultureInfo.InvariantCulture));
    }

    public static LinkKey ReadKey(Statement row, int first = 0) => new(LinkNames.Parse(row.Text(first)), row.Id(first + 1), row.Id(first + 2));

    public static StoredLink Read(Statement row, int first = 0) => new()
    {
        Key = ReadKey(row, first),
        Record = row.IdOrNull(first + 3),
        Role = row.TextOrNull(first + 4),
        IsPrimary = row.Int64(first + 5) != 0,
        HasResponded = row.Int64(first + 6) != 0,
        RespondedOn = row.TextOrNull(first + 7) is { } date ? DateOnly.Parse(date, CultureInfo.InvariantCulture) : null,
    };
}
