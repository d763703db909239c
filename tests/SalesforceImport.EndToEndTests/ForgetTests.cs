using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class ForgetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_is_erased_and_stays_so_and_needs_no_org_for_it()
    {
        string[] shape = ["--leads", "30", "--contacts", "30"];
        (await ConsoleProcess.RunAsync(_folder, ["--yes", .. shape])).ShouldExitWith(0);
        var store = new StoreReader(_folder.File("salesforce-import.db"));
        long before = store.Scalar("SELECT COUNT(*) FROM contacts");
        string contact = (string)store.Rows("SELECT salesforce_id FROM contacts WHERE salesforce_object = 'Contact' LIMIT 1").Single()[0]!;

        (await ConsoleProcess.RunAsync(_folder, "--forget", contact)).ShouldExitWith(2).Error.Should().Contain("--yes");
        store.Scalar("SELECT COUNT(*) FROM contacts").Should().Be(before);
        var erased = (await ConsoleProcess.RunAsync(_folder, "--forget", contact, "--yes", "--json")).ShouldExitWith(0);

        erased.Json.GetProperty("row").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        erased.Error.Should().Contain("Erased").And.NotContain("emulated org");
        store.Scalar("SELECT COUNT(*) FROM contacts").Should().Be(before - 1);
        (await ConsoleProcess.RunAsync(_folder, "--forget", contact, "--yes")).ShouldExitWith(0).Output.Should().Contain("was erased from this store, and stays so");
        var again = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", .. shape])).ShouldExitWith(0);
        again.Total("created").Should().Be(0);
        store.Scalar("SELECT COUNT(*) FROM contacts").Should().Be(before - 1);
        (await ConsoleProcess.RunAsync(_folder, "--why", contact)).ShouldExitWith(0).Output.Should().Contain("was erased").And.Contain("skipped, because the person was erased");
    }

    [Fact]
    public async Task An_id_that_nothing_was_imported_from_ends_with_two()
    {
        (await ConsoleProcess.RunAsync(_folder, "--forget", "003000000000001", "--yes")).ShouldExitWith(2).Error.Should().Contain("Nothing has been imported");
        (await ConsoleProcess.RunAsync(_folder, "--yes", "--leads", "1", "--contacts", "1")).ShouldExitWith(0);
        (await ConsoleProcess.RunAsync(_folder, "--forget", "003000000000001", "--yes")).ShouldExitWith(2).Error.Should().Contain("belongs to no row");
        (await ConsoleProcess.RunAsync(_folder, "--forget", "nonsense", "--yes")).ShouldExitWith(2).Error.Should().Contain("'nonsense' is not a Salesforce id");
    }
}
