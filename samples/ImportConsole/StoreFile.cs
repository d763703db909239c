using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SalesforceImport.DependencyInjection;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>A SQLite file.</summary>
internal sealed class StoreFile(string path) : StorePlace
{
    private const int ReadOnly = 8;
    private const int Busy = 5;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public override string Name { get; } = Path.GetFullPath(path);

    public override string Argument => path;

    public override bool Exists => File.Exists(Name);

    public override string SaysNothingImported => $"Nothing has been imported into {Name} yet{(Exists ? string.Empty : ": there is no such file")}.";

    public override void Use(SalesforceImportBuilder builder) => builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = Name }.ToString());

    // Nothing is made, and a file that cannot be written will do.
    public override void UseReading(SalesforceImportBuilder builder) =>
        builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = Name, Mode = SqliteOpenMode.ReadOnly }.ToString());

    // Writes to the file, only to take that back.
    public override void Check()
    {
        if (Directory.Exists(Name))
        {
            throw new UsageException($"The store '{Name}' is a directory: --store takes the path of a SQLite file.");
        }

        if (Path.GetDirectoryName(Name) is { } directory && !Directory.Exists(directory))
        {
            throw new UsageException($"The store '{Name}' cannot be made: the directory '{directory}' does not exist.");
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
            throw new UsageException($"The store '{Name}' cannot be used: {Problem(exception)}", exception);
        }
    }

    public override bool CanBeWritten()
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

    public override DbConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Name, Pooling = false }.ToString());
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
