using Microsoft.Data.Sqlite;

namespace SalesforceImport.Sqlite.Internal;

/// <summary>Which database a connection string means.</summary>
internal sealed class DatabaseAddress
{
    public DatabaseAddress(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new(connectionString) { Pooling = false };
        }
        catch (ArgumentException exception)
        {
            throw new SalesforceImportException(
                $"The SQLite connection string cannot be read: {exception.Message} A file is named like this: Data Source=crm.db", exception);
        }

        ConnectionString = builder.ToString();
        DataSource = builder.DataSource;
        ReadOnly = builder.Mode == SqliteOpenMode.ReadOnly;
        InMemory = builder.Mode == SqliteOpenMode.Memory || DataSource is "" or ":memory:";
        Shared = InMemory && builder.Cache == SqliteCacheMode.Shared && DataSource is not ("" or ":memory:");
    }

    public string ConnectionString { get; }

    /// <summary>The file as the host named it.</summary>
    public string DataSource { get; }

    public bool InMemory { get; }

    /// <summary>Whether nothing may be written, not even to bring the tables up to date.</summary>
    public bool ReadOnly { get; }

    /// <summary>An in-memory database that other connections of this process see.</summary>
    public bool Shared { get; }

    /// <summary>The database beside this one: its own file, or its own memory.</summary>
    public DatabaseAddress Beside(string name) => InMemory && !Shared
        ? this
        : new(new SqliteConnectionStringBuilder(ConnectionString) { DataSource = Insert(name) }.ToString());

    // A file named by URI has its parameters behind a question mark.
    private string Insert(string name) =>
        DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && DataSource.IndexOf('?', StringComparison.Ordinal) is > 0 and var at
            ? $"{DataSource[..at]}.{name}{DataSource[at..]}"
            : $"{DataSource}.{name}";
}
