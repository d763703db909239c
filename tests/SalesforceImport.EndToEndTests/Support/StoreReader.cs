using Microsoft.Data.Sqlite;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>Looks into the database as anybody would: with SQL, past the library.</summary>
internal sealed class StoreReader(string path)
{
    // What may differ between two imports of the same records: row ids, and how often and by which run a row was written.
    private static readonly string[] ByTheWay = ["id", "_version", "_created_by"];

    public long Scalar(string sql) => Convert.ToInt64(Rows(sql).Single()[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many contacts there are; 0 where the table or the file is not there yet.</summary>
    public long CountContactsIfAny() =>
        File.Exists(path) && Rows("SELECT name FROM sqlite_schema WHERE name = 'contacts'").Count == 1
            ? Scalar("SELECT COUNT(*) FROM contacts")
            : 0;

    public List<object?[]> Rows(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Writes as the application would.</summary>
    public void Execute(string sql) => Rows(sql);

    /// <summary>All that the contacts hold, and what feeds them, one line each.</summary>
    public List<string> Content()
    {
        var columns = Rows("SELECT name FROM pragma_table_info('contacts')").Select(row => (string)row[0]!).Except(ByTheWay).Select(name => $"\"{name}\"");
        return
        [
            .. Lines($"SELECT {string.Join(", ", columns)} FROM contacts ORDER BY org_id, salesforce_id"),
            .. Lines(
                """
                SELECT s.org_id, s.salesforce_id, s.salesforce_object, c.salesforce_id, s.contributes, s.created_at, s.email, s.linked_to, s."values"
                FROM import_sources s LEFT JOIN contacts c ON c.id = s.row_id ORDER BY s.org_id, s.salesforce_id
                """),
        ];
    }

    private IEnumerable<string> Lines(string sql) => Rows(sql).Select(row => string.Join('|', row));
}
