using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class ArgumentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--yes --select everything", "'everything' is not a set of records")]
    [InlineData("", "--yes")]
    [InlineData("--yes --daily-cap many", "'many' is no number for --daily-cap")]
    [InlineData("--yes --ceiling 0", "'0' is no number for --ceiling")]
    [InlineData("--yes --reserve 120%", "'120%' is no reserve")]
    [InlineData("--yes --frobnicate", "--frobnicate")]
    [InlineData("--yes --contacts 1000000001", "'1000000001' is no number for --contacts: expected a whole number, at least 0 and at most 1000000000")]
    [InlineData("--why nonsense", "'nonsense' is not a Salesforce id")]
    [InlineData("--history --usage", "do not go together")]
    [InlineData("--resume 20260101-000000-abcdef", "20260101-000000-abcdef")]
    [InlineData("--yes --org not-a-url", "'not-a-url' is not a login URL")]
    [InlineData("--yes --org https://acme.my.salesforce.com", "SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET")]
    [InlineData("--yes --org https://acme.my.salesforce.com --seed 4", "--seed")]
    [InlineData("--yes --store .", "is a directory")]
    [InlineData("--yes --store nowhere/crm.db", "does not exist")]
    [InlineData("--yes --where \"LastName = 'half\"", "--where")]
    [InlineData("--yes --transport pigeon", "'pigeon' is no way to read records")]
    [InlineData("--yes --prefer comfort", "'comfort' is nothing to save")]
    [InlineData("--resume 20260101-000000-abcdef --transport bulk", "do not go with --resume")]
    public async Task A_bad_argument_ends_with_two_and_one_clear_sentence(string arguments, string sentence)
    {
        var result = (await ConsoleProcess.RunAsync(_folder, Split(arguments))).ShouldExitWith(2);

        result.Error.Should().Contain(sentence);
        result.Error.Trim().Split('\n').Should().HaveCount(1);
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_condition_that_the_org_does_not_understand_names_the_field()
    {
        var result = (await ConsoleProcess.RunAsync(_folder, "--yes", "--json", "--where", "Nonsense__c = 'x'")).ShouldExitWith(2);

        result.Error.Should().Contain("--where").And.Contain("Nonsense__c");
    }

    [Fact]
    public async Task A_key_file_that_is_no_key_is_named()
    {
        string key = _folder.File("key.pem");
        await File.WriteAllTextAsync(key, "not a key", TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["SALESFORCE_CLIENT_ID"] = "id",
            ["SALESFORCE_USERNAME"] = "ann@acme.example",
            ["SALESFORCE_PRIVATE_KEY_FILE"] = key,
        };

        using var process = ConsoleProcess.Start(_folder, environment, "--yes", "--org", "https://acme.my.salesforce.com");

        (await process.EndAsync()).ShouldExitWith(2).Error.Should().Contain(key);
    }

    [Fact]
    public async Task A_token_with_a_line_break_is_refused_by_its_name_and_not_shown()
    {
        using var process = ConsoleProcess.Start(
            _folder,
            new Dictionary<string, string> { ["SALESFORCE_ACCESS_TOKEN"] = "00Dxx0000001gPL!AQ.first\nsecond" },
            "--yes", "--org", "https://acme.my.salesforce.com");

        var result = (await process.EndAsync()).ShouldExitWith(2);

        result.Error.Should().Contain("SALESFORCE_ACCESS_TOKEN holds a line break after 24 characters").And.NotContainAny("AQ.first", "second");
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        string store = _folder.File("notes.txt");
        string notes = string.Concat(Enumerable.Repeat("These are my notes, and no database. ", 100));
        await File.WriteAllTextAsync(store, notes, TestContext.Current.CancellationToken);

        (await ConsoleProcess.RunAsync(_folder, "--yes", "--store", store)).ShouldExitWith(2).Error.Should().Contain(store);

        (await File.ReadAllTextAsync(store, TestContext.Current.CancellationToken)).Should().Be(notes);
    }

    [Fact]
    public async Task A_read_only_database_is_refused_before_the_org_is_asked()
    {
        string store = _folder.File("crm.db");
        await File.WriteAllBytesAsync(store, [], TestContext.Current.CancellationToken);
        _folder.MakeReadOnly("crm.db");
        _folder.MakeReadOnly();
        var start = Programs.Start(Programs.ImportConsole, ["--yes", "--org", "http://127.0.0.1:9", "--store", store], _folder.Path);
        using var process = ConsoleProcess.Start(start.AsOrdinaryUser(), new Dictionary<string, string>
        {
            ["SALESFORCE_CLIENT_ID"] = "id",
            ["SALESFORCE_CLIENT_SECRET"] = "secret",
        });

        (await process.EndAsync()).ShouldExitWith(2).Error.Should().Contain(store).And.Contain("read-only");
    }

    [Fact]
    public async Task A_ledger_of_calls_that_cannot_be_written_is_refused_before_the_org_is_asked()
    {
        (await ConsoleProcess.RunAsync(_folder, "--yes", "--leads", "5", "--contacts", "5")).ShouldExitWith(0);
        _folder.MakeReadOnly("salesforce-import.db.calls");
        _folder.OpenToAll("salesforce-import.db");
        _folder.OpenToAll("salesforce-import.db.contact.lock");
        _folder.OpenToAll();
        var start = Programs.Start(Programs.ImportConsole, ["--yes", "--leads", "5", "--contacts", "5"], _folder.Path);
        using var process = ConsoleProcess.Start(start.AsOrdinaryUser(), new Dictionary<string, string>());

        (await process.EndAsync()).ShouldExitWith(2).Error.Should().Contain("salesforce-import.db.calls").And.Contain("cannot be written");
    }

    private static IEnumerable<string> Split(string arguments) => System.Text.RegularExpressions.Regex
        .Matches(arguments, "\"(?<text>[^\"]*)\"|(?<text>[^ ]+)")
        .Select(match => match.Groups["text"].Value);
}
