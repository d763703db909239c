using SalesforceImport.Sqlite.Internal;
using SalesforceImport.Sqlite.Tests.Support;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Tests;

public sealed class FaultTests : StoreTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(Folder.Database, string.Join('\n', Enumerable.Repeat("first_name,last_name", 500)), Cancellation);
        await Refused(Store(), "*crm.db*is not an SQLite database*Data Source*");
    }

    [Fact]
    public async Task A_damaged_database_is_named()
    {
        await using (var store = await PreparedAsync())
        {
            await ApplyAsync(store, [.. Enumerable.Range(1, 500).Select(i => People.Create(i, "Ada", $"ada{i}@example.com"))]);
        }

        byte[] content = await File.ReadAllBytesAsync(Folder.Database, Cancellation);
        content.AsSpan(8192).Fill(0x5A);
        await File.WriteAllBytesAsync(Folder.Database, content, Cancellation);
        await Refused(Store(), "*crm.db*is damaged*Restore*");
    }

    [Fact]
    public async Task A_missing_folder_is_named() =>
        await Refused(Store($"Data Source={Path.Combine(Folder.Path, "nowhere", "crm.db")}"), "*nowhere*cannot be opened or created*folder exists*");

    [Fact]
    public async Task Writing_to_a_database_opened_read_only_is_refused_with_what_to_do()
    {
        await using (await PreparedAsync())
        {
        }

        var store = Store($"{Folder.ConnectionString};Mode=ReadOnly");
        await store.PrepareAsync([People.Schema], Cancellation);
        var opening = () => store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        await opening.Should().ThrowAsync<SalesforceImportException>().WithMessage("*crm.db*cannot be written*write permission*");
    }

    [Fact]
    public async Task A_database_without_imports_opened_read_only_is_told_so_and_left_alone()
    {
        using (var host = Host())
        {
            host.Execute("CREATE TABLE contacts (id INTEGER PRIMARY KEY)");
        }

        await Refused(Store($"{Folder.ConnectionString};Mode=ReadOnly"), "*crm.db*holds no imports*");
        using var after = Host();
        after.Column("SELECT name FROM sqlite_schema").Should().Equal("contacts");
    }

    [Fact]
    public async Task A_writer_that_does_not_end_is_told_from_other_faults()
    {
        var store = Store(busyTimeout: TimeSpan.FromMilliseconds(250));
        await store.PrepareAsync([People.Schema], Cancellation);
        using var host = Host();
        host.Execute("BEGIN IMMEDIATE");
        await Refused(store, "*crm.db*is locked*BusyTimeout*");
        host.Execute("ROLLBACK");
        await store.PrepareAsync([People.Schema], Cancellation);
    }

    [Fact]
    public async Task Waiting_for_another_writer_can_be_cancelled()
    {
        var store = await PreparedAsync();
        using var host = Host();
        host.Execute("BEGIN IMMEDIATE");
        using var cancelling = new CancellationTokenSource();
        var waiting = store.PrepareAsync([People.Schema], cancelling.Token);
        await cancelling.CancelAsync();
        await ((Func<Task>)(() => waiting)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using (await PreparedAsync())
        {
        }

        using (var host = Host())
        {
            host.Execute("UPDATE import_settings SET value = 99 WHERE name = 'schema_version'");
        }

        await Refused(Store(), "*crm.db*newer version*schema 99*Update the package*");
    }

    [Fact]
    public async Task A_host_column_of_a_type_that_does_not_fit_is_named_with_both_types()
    {
        using (var host = Host())
        {
            host.Execute("CREATE TABLE contacts (id INTEGER PRIMARY KEY, first_name REAL)");
        }

        await Refused(Store(), "*'FirstName'*Text*'first_name'*REAL*");
        using var after = Host();
        after.Column("SELECT name FROM pragma_table_info('contacts')").Should().Equal("id", "first_name");
    }

    [Fact]
    public async Task A_host_table_without_a_row_id_is_refused()
    {
        using (var host = Host())
        {
            host.Execute("CREATE TABLE contacts (id TEXT PRIMARY KEY)");
        }

        await Refused(Store(), "*'contacts'*id INTEGER PRIMARY KEY*");
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_says_what_one_looks_like()
    {
        var create = () => Store("Daten Quelle=crm.db");
        create.Should().Throw<SalesforceImportException>().WithMessage("*Data Source=crm.db*");
    }

    [Theory]
    [InlineData(raw.SQLITE_FULL, "*no room left*'crm.db'*Free disk space*")]
    [InlineData(raw.SQLITE_IOERR, "*'crm.db'*failed*Check the disk*")]
    [InlineData(raw.SQLITE_IOERR | (4 << 8), "*'crm.db'*failed*Check the disk*")]
    [InlineData(raw.SQLITE_CONSTRAINT_NOTNULL, "*'crm.db'*refused a row*")]
    [InlineData(raw.SQLITE_READONLY_DBMOVED, "*'crm.db'*cannot be written*")]
    public void Faults_of_the_disk_say_what_to_do(int code, string message) =>
        SqliteFault.From(code, "detail", "crm.db").Message.Should().Match(message);

    private static async Task Refused(SqliteContactStore store, string message)
    {
        Func<Task> prepare = async () =>
        {
            await store.PrepareAsync([People.Schema], Cancellation);
            await store.FindAsync(People.ByEmail("ada@example.com"), Cancellation);
            await store.CountListAsync("run-1", RecordKind.Contact, Cancellation);
        };
        (await prepare.Should().ThrowAsync<SalesforceImportException>()).WithMessage(message);
    }
}
