using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests.Foreign;

public sealed class ForeignOrgTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_org_that_only_keeps_to_the_documentation_is_imported_value_by_value()
    {
        await using var org = await ForeignOrg.StartAsync();

        var result = (await ImportAsync(org, "--yes", "--json")).ShouldExitWith(0);

        result.Count("Lead", "created").Should().Be(7);
        result.Count("Contact", "created").Should().Be(8);
        result.Calls.Should().Be(org.Counted);
        var store = new StoreReader(_folder.File("salesforce-import.db"));
        store.Scalar("SELECT COUNT(*) FROM contacts").Should().Be(15);
        store.Rows("SELECT DISTINCT number_of_employees, annual_revenue, company, description FROM contacts WHERE salesforce_object = 'Lead'")
            .Should().ContainSingle().Which.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))
            .Should().Equal("300", "1234567.25", "Ümlaut & Söhne", "one\n\"two\"\\three");
        store.Rows("SELECT DISTINCT salesforce_created_at FROM contacts").Should().ContainSingle().Which.Should().Equal("2024-01-02T03:04:05.678Z");
        store.Rows("SELECT DISTINCT birthdate FROM contacts WHERE salesforce_object = 'Contact'").Should().ContainSingle().Which.Should().Equal("1980-02-29");
        store.Rows("SELECT first_name FROM contacts WHERE salesforce_object = 'Lead' ORDER BY salesforce_id").Select(row => row[0])
            .Should().Equal("O'Brien \"Bob\"", "李", "N/A", DBNull.Value, "O'Brien \"Bob\"", "李", "N/A");
        store.Rows("SELECT email FROM contacts WHERE salesforce_object = 'Contact' ORDER BY salesforce_id").Select(row => row[0])
            .Should().StartWith(new object[] { "Contact.1@Example.org", "Contact.2@Example.org", DBNull.Value });
        store.Scalar("SELECT SUM(email_opt_out) FROM contacts").Should().Be(7);
    }

    [Fact]
    public async Task What_such_an_org_hides_is_said()
    {
        await using var org = await ForeignOrg.StartAsync();

        var plan = (await ImportAsync(org, "--plan-only")).ShouldExitWith(0);

        plan.Output.Should().Contain("View Setup and Configuration").And.Contain("5,000", "the answers' header tells the limit all the same");
    }

    [Fact]
    public async Task A_second_import_finds_nothing_to_change()
    {
        await using var org = await ForeignOrg.StartAsync();
        (await ImportAsync(org, "--yes")).ShouldExitWith(0);

        var again = (await ImportAsync(org, "--yes", "--json")).ShouldExitWith(0);

        again.Total("unchanged").Should().Be(15);
    }

    private async Task<ConsoleResult> ImportAsync(ForeignOrg org, params IEnumerable<string> arguments)
    {
        using var process = ConsoleProcess.Start(_folder, ForeignOrg.Credentials, ["--org", org.Url.ToString(), .. arguments]);
        return await process.EndAsync();
    }
}
