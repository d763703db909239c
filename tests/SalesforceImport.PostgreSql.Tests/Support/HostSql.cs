using Npgsql;

namespace SalesforceImport.PostgreSql.Tests.Support;

/// <summary>The host's own connection: plain SQL, nothing of the store's.</summary>
internal sealed class HostSql : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private HostSql(NpgsqlConnection connection) => _connection = connection;

    public static async Task<HostSql> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return new(connection);
    }

    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync() is var value and not DBNull ? value : null;
    }

    public async Task<List<string>> ColumnAsync(string sql, params object?[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var column = new List<string>();
        while (await reader.ReadAsync())
        {
            column.Add(reader.GetString(0));
        }

        return column;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (object? value in values)
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
