using System.Text;

namespace SalesforceImport.Emulator.Tests.Bulk;

public sealed class CsvTests : IAsyncLifetime
{
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 30, Leads = 30, Accounts = 5 });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Values_are_spelled_as_bulk_results_spell_them()
    {
        var account = _emulator.Org.Insert("Account", new Dictionary<string, object?> { ["Name"] = "Say \"hi\", Ltd", ["AnnualRevenue"] = 16_147_805_824_397m, ["NumberOfEmployees"] = 12 });
        var contact = _emulator.Org.Insert("Contact", new Dictionary<string, object?>
        {
            ["LastName"] = "Ö",
            ["AccountId"] = account,
            ["Birthdate"] = new DateOnly(1980, 2, 29),
            ["EmailBouncedDate"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            ["DoNotCall"] = true,
            ["Description"] = "one\r\ntwo",
        });
        (await _client.RunJobAsync(
            $"SELECT Id, LastName, FirstName, Birthdate, EmailBouncedDate, DoNotCall, HasOptedOutOfEmail, Account.AnnualRevenue, account.numberofemployees, Description, Account.Name FROM Contact WHERE Id = '{contact}'"))
            .Should().Be(
                "\"Id\",\"LastName\",\"FirstName\",\"Birthdate\",\"EmailBouncedDate\",\"DoNotCall\",\"HasOptedOutOfEmail\",\"Account.AnnualRevenue\",\"Account.NumberOfEmployees\",\"Description\",\"Account.Name\"\n"
                + $"\"{contact}\",\"Ö\",\"\",\"1980-02-29\",\"2026-01-02T03:04:05.000Z\",\"true\",\"false\",\"1.6147805824397E13\",\"12\",\"one\r\ntwo\",\"Say \"\"hi\"\", Ltd\"\n");
    }

    [Theory]
    [InlineData(9_999_999, "9999999.0")]
    [InlineData(10_000_000, "1.0E7")]
    [InlineData(1234.5, "1234.5")]
    [InlineData(0, "0.0")]
    public async Task Numbers_have_a_decimal_and_large_ones_an_exponent(double amount, string expected)
    {
        var account = _emulator.Org.Insert("Account", new Dictionary<string, object?> { ["Name"] = "A", ["AnnualRevenue"] = (decimal)amount });
        (await _client.RunJobAsync($"SELECT AnnualRevenue FROM Account WHERE Id = '{account}'")).Should().Be($"\"AnnualRevenue\"\n\"{expected}\"\n");
    }

    [Fact]
    public async Task Whole_numbers_that_the_org_computes_have_a_decimal_too()
    {
        var campaign = _emulator.Org.Rows("Campaign").First();
        (await _client.RunJobAsync("SELECT NumberOfContacts FROM Campaign LIMIT 1")).Should().Be($"\"NumberOfContacts\"\n\"{campaign["NumberOfContacts"]}.0\"\n");
    }

    [Fact]
    public async Task Text_that_is_longer_than_what_is_sent_at_once_is_whole()
    {
        var quotes = new string('"', 32_000);
        foreach (var text in new[] { quotes, new string('ü', 32_000), quotes })
        {
            _emulator.Org.Insert("Contact", new Dictionary<string, object?> { ["LastName"] = "Long", ["Description"] = text });
        }

        (await _client.RunJobAsync("SELECT Description FROM Contact WHERE LastName = 'Long'")).Should().Be(
            $"\"Description\"\n\"{quotes}{quotes}\"\n\"{new string('ü', 32_000)}\"\n\"{quotes}{quotes}\"\n");
    }

    [Theory]
    [InlineData("BACKQUOTE", '`')]
    [InlineData("CARET", '^')]
    [InlineData("COMMA", ',')]
    [InlineData("PIPE", '|')]
    [InlineData("SEMICOLON", ';')]
    [InlineData("TAB", '\t')]
    public async Task Every_delimiter_and_line_ending_can_be_had(string name, char delimiter)
    {
        var row = _emulator.Org.Rows("Contact").First();
        foreach (var (ending, text) in new[] { ("LF", "\n"), ("CRLF", "\r\n") })
        {
            var job = await _client.StartJobAsync("SELECT Id, LastName FROM Contact LIMIT 1", "query", name, ending);
            (await _client.ResultAsync(job)).Body.Should().Be($"\"Id\"{delimiter}\"LastName\"{text}\"{row.Id}\"{delimiter}\"{row["LastName"]}\"{text}");
        }
    }

    [Theory]
    [InlineData(50, "\"LastName\",\"Id\",\"Account.Name\",\"FirstName\"\n")]
    [InlineData(49, "\"Account.Name\",\"FirstName\",\"Id\",\"LastName\"\n")]
    public async Task Columns_are_in_the_order_of_the_version(int version, string header)
    {
        var jobs = $"/services/data/v{version}.0/jobs/query";
        var job = await _client.PostForJsonAsync(jobs, new { operation = "query", query = "SELECT LastName, Id, Account.Name, FirstName FROM Contact" });
        (await _client.ResultAsync($"{jobs}/{job.RequiredString("id")}")).Body.Should().StartWith(header);
    }

    [Fact]
    public async Task All_standard_fields_come_without_compounds()
    {
        var header = (await _client.RunJobAsync("SELECT FIELDS(STANDARD) FROM Contact LIMIT 1")).Split('\n')[0];
        header.Should().Contain("\"MailingCity\"").And.NotContain("MailingAddress");
    }

    [Fact]
    public async Task Bulk_rows_are_the_rows_of_a_query()
    {
        const string Soql = "SELECT Id, Name, Email, Description, MailingStreet, Account.Name, Account.Owner.Email FROM Contact ORDER BY Email, Id";
        var bulk = ReadCsv(await _client.RunJobAsync(Soql));
        var rest = await _client.QueryRecordsAsync(Soql);
        bulk.Skip(1).Should().BeEquivalentTo(
            rest.Select(record => bulk[0].Select(name => name.Split('.').Aggregate((System.Text.Json.Nodes.JsonNode?)record, (node, part) => node?[part])?.ToString() ?? "")),
            options => options.WithStrictOrdering());
        bulk.Count.Should().Be(31);
    }

    // Takes quoted values apart by the letter of the format, so that the writer is not judged by a lenient reader.
    private static List<List<string>> ReadCsv(string text)
    {
        var (rows, row, value) = (new List<List<string>>(), new List<string>(), new StringBuilder());
        for (var i = 0; i < text.Length;)
        {
            text[i++].Should().Be('"');
            for (; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
            {
                value.Append(text[i]);
                i += text[i] == '"' ? 1 : 0;
            }

            row.Add(value.ToString());
            value.Clear();
            if (text[++i] == '\n')
            {
                rows.Add(row);
                row = [];
            }
            else
            {
                text[i].Should().Be(',');
            }

            i++;
        }

        return rows;
    }
}
