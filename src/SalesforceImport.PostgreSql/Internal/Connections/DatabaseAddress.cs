using System.Globalization;

namespace SalesforceImport.PostgreSql.Internal;

/// <summary>What people need to know of where a database is: never the password.</summary>
internal sealed class DatabaseAddress
{
    private DatabaseAddress(NpgsqlConnectionStringBuilder settings)
    {
        Host = settings.Host is { Length: > 0 } host && !host.Contains(',', StringComparison.Ordinal) && host[0] != '/'
            ? string.Create(CultureInfo.InvariantCulture, $"{host}:{settings.Port}")
            : settings.Host ?? "localhost";
        Name = settings.Database ?? settings.Username ?? "postgres";
        User = settings.Username ?? "the operating system's user";
    }

    /// <summary>The server, or servers, with the port.</summary>
    public string Host { get; }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    public string User { get; }

    public static DatabaseAddress Of(NpgsqlDataSource source) => new(new(source.ConnectionString));

    /// <summary>A data source for a connection string, with what the store needs besides.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        try
        {
            return NpgsqlDataSource.Create(Read(connectionString));
        }
        catch (ArgumentException exception)
        {
            throw new SalesforceImportException(
                $"The PostgreSQL connection string cannot be read{Reason(connectionString, exception)}. One looks like this: Host=db.example.com;Database=crm;Username=importer;Password=…");
        }
    }

    public override string ToString() => $"the PostgreSQL database '{Name}' on '{Host}'";

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Enlist = false };
        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            throw new SalesforceImportException(
                "The PostgreSQL connection string names no server. One looks like this: Host=db.example.com;Database=crm;Username=importer;Password=…");
        }

        settings.ApplicationName ??= "SalesforceImport";
        if (settings.KeepAlive == 0)
        {
            // A lease's session is idle while pages are fetched, and what lies between may forget idle connections.
            settings.KeepAlive = 30;
        }

        return settings;
    }

    // What stands behind a semicolon may be the rest of a password that was not quoted.
    private static string Reason(string connectionString, ArgumentException exception) =>
        connectionString.Contains("pass", StringComparison.OrdinalIgnoreCase) || connectionString.Contains("pwd", StringComparison.OrdinalIgnoreCase)
            ? " (a value that holds ; or = must be in quotes)"
            : $" ({exception.Message})";
}
