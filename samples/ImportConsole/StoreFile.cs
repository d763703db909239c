using Microsoft.Data.Sqlite;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The database's file.</summary>
internal sealed class StoreFile(string path)
{
    private const int ReadOnly = 8;
    private const int Busy = 5;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public bool Exists => File.Exists(Path);

    /// <summary>For those who only look: nothing is made, and a file that cannot be written will do.</summary>
    public string ReadingConnectionString =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadOnly }.ToString();

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path }.ToString();

    /// <summary>Opens the file and writes to it, only to take that back, so that a file that cannot be used is found before the org is asked anything.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public void Check()
    {
        if (Directory.Exists(Path))
        {
            throw new UsageException($"The store '{Path}' is a directory: --store takes the path of a SQLite file.");
        }

        if (System.IO.Path.GetDirectoryName(Path) is { } directory && !Directory.Exists(directory))
        {
            throw new UsageException($"The store '{Path}' cannot be made: the directory '{directory}' does not exist.");
        }

        try
        {
            using var connection = Open();
            using var write = connection.CreateCommand();
            write.CommandText = "BEGIN IMMEDIATE; CREATE TABLE write_probe (x); ROLLBACK";
            write.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw new UsageException($"The store '{Path}' cannot be used: {Problem(exception)}", exception);
        }
    }

    public string SaysNothingImported =>
        $"Nothing has been imported into {Path} yet{(Exists ? string.Empty : ": there is no such file")}.";

    public bool CanBeWritten()
    {
        try
        {
            Check();
            return true;
        }
        catch (UsageException)
        {
            return false;
        }
    }

    /// <summary>A connection of the console's own, beside those of the import.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string Problem(SqliteException exception) => exception.SqliteErrorCode switch
    {
        ReadOnly => "it is read-only. Make the file and its directory writable, or give another --store.",
        Busy => "another program is writing to it. Try again when that has ended.",
        CannotOpen => "it cannot be opened. Check the permissions of the file and its directory, or give another --store.",
        NotADatabase => "it is not a SQLite database. Give another --store.",
        _ => exception.Message,
    };
}
