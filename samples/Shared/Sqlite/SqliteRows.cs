using Microsoft.Data.Sqlite;

namespace SalesforceImport.Samples.Shared.Sqlite;

/// <summary>Shows rows as they lie in the database: with SQL, past the library.</summary>
internal static class SqliteRows
{
    public static void Print(string database, string title, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        Shared.Print.Rows(title, columns, rows);
    }
}
