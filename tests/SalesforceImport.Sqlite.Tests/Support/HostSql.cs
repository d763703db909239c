using Microsoft.Data.Sqlite;

namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>The host's own connection: plain SQL, nothing of the store's.</summary>
internal sealed class HostSql : IDisposable
{
    private readonly SqliteConnection _connection;

    public HostSql(string connectionString)
    {
        _connection = new($"{connectionString};Pooling=False");
        _connection.Open();
    }

    public void Execute(string sql, params object?[] values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params object?[] values) => Command(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    public long Insert(string sql, params object?[] values)
    {
        Execute(sql, values);
        return (long)Scalar("SELECT last_insert_rowid()")!;
    }

    public List<string> Column(string sql, params object?[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var column = new List<string>();
        while (reader.Read())
        {
            column.Add(reader.GetString(0));
        }

        return column;
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, object?[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        }

        return command;
    }
}
