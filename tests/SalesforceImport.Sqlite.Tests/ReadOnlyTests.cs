using SalesforceImport.Sqlite.Tests.Support;

namespace SalesforceImport.Sqlite.Tests;

public sealed class ReadOnlyTests : StoreTests
{
    [Fact]
    public async Task A_database_that_cannot_be_written_is_told_by_a_check_before_anything_is_written()
    {
        await using (await PreparedAsync())
        {
        }

        var checking = () => Store($"Data Source=file:{Folder.Database}?mode=ro").CheckAsync([People.Schema], Cancellation);

        await checking.Should().ThrowAsync<SalesforceImportException>().WithMessage("*crm.db*cannot be written*write permission*");
    }

    [Fact]
    public async Task Where_no_calls_were_ever_counted_a_reader_finds_none_and_makes_no_file()
    {
        await using (await PreparedAsync())
        {
        }

        await using var journal = new SqliteImportJournal(new() { ConnectionString = $"{Folder.ConnectionString};Mode=ReadOnly" });
        await journal.PrepareAsync(Cancellation);

        (await journal.ReadUsageAsync("org", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), Cancellation)).Should().BeEmpty();
        (await journal.CountCallsAsync("org", DateTimeOffset.UnixEpoch, Cancellation)).Should().Be(0);
        (await journal.CountCallsOfRunAsync("run-1", Cancellation)).Should().Be(0);
        Directory.GetFiles(Folder.Path, "*.calls*").Should().BeEmpty();
    }
}
