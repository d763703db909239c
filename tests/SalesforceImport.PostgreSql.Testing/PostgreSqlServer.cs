using Npgsql;

namespace SalesforceImport.PostgreSql.Testing;

/// <summary>
/// A PostgreSQL server for tests: the one that a connection string in the environment names, or a private one, started
/// from the installed binaries and gone with the process that started it.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>The environment variable with the connection string of a server whose user may create schemas.</summary>
    public const string Variable = "SALESFORCE_IMPORT_POSTGRESQL";

    /// <summary>The environment variable that, set to anything, makes a missing server an error rather than a reason to skip.</summary>
    public const string RequiredVariable = "SALESFORCE_IMPORT_POSTGRESQL_REQUIRED";

    private readonly PrivateServer? _private;

    private PostgreSqlServer(string connectionString, PrivateServer? server)
    {
        ConnectionString = connectionString;
        _private = server;
    }

    public string ConnectionString { get; }

    /// <summary>The server; null, and why, where there is none to be had.</summary>
    /// <param name="settings">Settings of a private server, such as <c>fsync=off</c>.</param>
    public static async Task<(PostgreSqlServer? Server, string? WhyNot)> FindAsync(params string[] settings)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connectionString)
        {
            return (new(connectionString, server: null), null);
        }

        if (ServerBinaries.Find() is { } binaries)
        {
            var server = await PrivateServer.StartAsync(binaries, settings);
            return (new(server.ConnectionString, server), null);
        }

        string whyNot = $"There is no PostgreSQL server: install one (its initdb and postgres are looked for on the path and in the usual folders), or name one in {Variable}.";
        return Environment.GetEnvironmentVariable(RequiredVariable) is { Length: > 0 }
            ? throw new InvalidOperationException(whyNot)
            : (null, whyNot);
    }

    /// <summary>A schema of its own, empty, and the connection string that leads to it.</summary>
    public async Task<TestSchema> CreateSchemaAsync()
    {
        string name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE SCHEMA {name}");
        return new(this, name);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_private is not null)
        {
            await _private.DisposeAsync();
        }
    }
}
