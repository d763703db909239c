using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

public sealed class CheckTests : StoreTests
{
    [Fact]
    public async Task A_check_finds_what_preparing_would_and_changes_nothing()
    {
        using var host = Host();
        host.Execute("CREATE TABLE contacts (id INTEGER PRIMARY KEY, first_name REAL)");
        var checking = () => Store().CheckAsync([People.Schema], Cancellation);

        await checking.Should().ThrowAsync<SalesforceImportException>().WithMessage("*'FirstName'*Text*'first_name'*REAL*");

        host.Execute("DROP TABLE contacts");
        await checking.Should().NotThrowAsync();
        host.Column("SELECT name FROM sqlite_schema WHERE name LIKE '%contacts%'").Should().BeEmpty();
        host.Scalar("SELECT COUNT(*) FROM import_columns").Should().Be(0L);
    }

    [Fact]
    public async Task A_check_names_the_run_that_holds_the_lease_and_leaves_it_to_it()
    {
        var store = await PreparedAsync();
        await store.OpenRunAsync(People.Opening("run-1", holder: "another process"), Cancellation);
        var checking = () => Store().CheckAsync([People.Schema], Cancellation);

        await checking.Should().ThrowAsync<RunLeaseException>().WithMessage("*run-1*another process*");

        await store.DisposeAsync();
        await checking.Should().NotThrowAsync();
        await (await PreparedAsync()).OpenRunAsync(People.Opening("run-1", isNew: false), Cancellation);
    }
}
