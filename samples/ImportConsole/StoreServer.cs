using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SalesforceImport.DependencyInjection;
using SalesforceImport.PostgreSql;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>A PostgreSQL database.</summary>
internal sealed class StoreServer : StorePlace
{
    private readonly NpgsqlConnectionStringBuilder _settings;

    public StoreServer(string connectionString)
    {
        try
        {
            using var store = new PostgreSqlContactStore(new() { ConnectionString = connectionString });
            Name = store.Description;
        }
        catch (SalesforceImportException exception)
        {
            throw new UsageException($"--store: {exception.Message}", exception);
        }

        _settings = new(connectionString);
    }

    public override string Name { get; }

    public override string Argument => new NpgsqlConnectionStringBuilder(_settings.ToString()) { Password = null, Passfile = null }.ToString();

    public override bool Exists => true;

    public override void Check()
    {
        // The journal is prepared before the org is asked anything, and says better than anybody what is wrong.
    }

    public override void Use(SalesforceImportBuilder builder) => builder.UsePostgreSql(_settings.ToString());

    public override DbConnection Open()
    {
        var connection = new NpgsqlConnection(_settings.ToString());
        connection.Open();
        return connection;
    }
}
