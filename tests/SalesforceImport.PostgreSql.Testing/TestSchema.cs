using Npgsql;

namespace SalesforceImport.PostgreSql.Testing;

/// <summary>A schema of its own for each test.</summary>
public sealed class TestSchema(PostgreSqlServer server, string name) : IAsyncDisposable
{
    public string Name => name;

    /// <summary>A connection string whose search path is the schema and whose pool is small.</summary>
    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(server.ConnectionString)
    {
        SearchPath = name,
        MaxPoolSize = 10,
    }.ToString();

    public async ValueTask DisposeAsync() => await server.ExecuteAsync($"DROP SCHEMA {name} CASCADE");
}
