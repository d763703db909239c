using System.Text;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Bulk;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce.Bulk;

public sealed class CsvPageTests
{
    private static readonly string Id = Queries.Id(7);

    private static readonly QueryColumn[] Columns =
    [
        new("Id", PropertyType.Text),
        new("Name", PropertyType.Text),
        new("Employees", PropertyType.Integer),
        new("Revenue", PropertyType.Decimal),
        new("IsDeleted", PropertyType.Boolean),
        new("Born", PropertyType.Date),
        new("CreatedDate", PropertyType.DateTime),
        new("Account.Name", PropertyType.Text),
    ];

    private static readonly string Header = string.Join(',', Columns.Select(column => $"\"{column.Path}\"")) + "\n";

    [Fact]
    public async Task Values_are_read_in_the_forms_that_bulk_gives_them()
    {
        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"Ann\",\"12.0\",\"23.50\",\"true\",\"1980-02-29\",\"2026-01-10T17:50:19.000Z\",\"Acme\"\n");

        batch.Problems.Should().BeEmpty();
        batch.Row(0).ToArray().Select(value => value.ToObject()).Should().Equal(
            Id, "Ann", 12L, 23.50m, true, new DateOnly(1980, 2, 29), new DateTimeOffset(2026, 1, 10, 17, 50, 19, TimeSpan.Zero), "Acme");
    }

    [Fact]
    public async Task Instants_may_have_an_offset_and_whole_numbers_no_fraction()
    {
        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"\",\"12\",\"23\",\"false\",\"\",\"2026-01-10T17:50:19.000+0000\",\"\"\n");

        batch.Row(0)[2].AsInteger().Should().Be(12);
        batch.Row(0)[6].AsDateTime().Should().Be(new DateTimeOffset(2026, 1, 10, 17, 50, 19, TimeSpan.Zero));
    }

    [Fact]
    public async Task Empty_is_null_and_text_that_looks_like_nothing_is_text()
    {
        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"N/A\",\"\",\"\",\"\",\"\",\"\",\"None\"\n\"{Id}\",\"NULL\",,,,,,\"#N/A\"\n");

        batch.Row(0)[1].AsText().Should().Be("N/A");
        batch.Row(0)[7].AsText().Should().Be("None");
        batch.Row(0).ToArray()[2..7].Should().OnlyContain(value => value.IsNull);
        batch.Row(1)[1].AsText().Should().Be("NULL");
        batch.Row(1)[7].AsText().Should().Be("#N/A");
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_named_without_being_shown()
    {
        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"Ann\",\"1.5\",\"x\",\"yes\",\"1980-02-30\",\"2026-01-10T17:50:19\",\"\"\n");

        batch.Problems.Select(problem => problem.Column).Should().Equal(2, 3, 4, 5, 6);
        batch.Problems.Should().OnlyContain(problem => problem.Message.Contains(Columns[problem.Column].Path) && !problem.Message.Contains("1980"));
    }

    [Fact]
    public async Task Quotes_line_ends_and_delimiters_inside_values_are_kept()
    {
        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"a \"\"b\"\"\r\nc,\nd\re\",\"\",\"\",\"\",\"\",\"\",\"\"\"\"\n");

        batch.Row(0)[1].AsText().Should().Be("a \"b\"\r\nc,\nd\re");
        batch.Row(0)[7].AsText().Should().Be("\"");
    }

    [Fact]
    public async Task NULs_are_left_out_wherever_they_stand()
    {
        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"\0a\0\0b\0\",\"\0\",\"\",\"\",\"\",\"\",\"\0\"\n", size: 3);

        batch.Row(0)[1].AsText().Should().Be("ab");
        batch.Row(0)[2].IsNull.Should().BeTrue();
        batch.Row(0)[7].IsNull.Should().BeTrue();
    }

    [Theory]
    [InlineData(',', "\n")]
    [InlineData(',', "\r\n")]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\n")]
    [InlineData('|', "\n")]
    [InlineData('^', "\r\n")]
    [InlineData('`', "\n")]
    public async Task Every_delimiter_and_line_ending_is_understood(char delimiter, string lineEnd)
    {
        string csv = (Header + $"\"{Id}\",\"a;b|c^d`e\tf\r\ng\",\"1\",\"\",\"\",\"\",\"\",\"z\"\n\"{Id}\",\"\",\"2\",\"\",\"\",\"\",\"\",\"\"\n")
            .Replace("\",\"", $"\"{delimiter}\"", StringComparison.Ordinal)
            .Replace("\"\n", "\"" + lineEnd, StringComparison.Ordinal);

        var (batch, page) = await ReadAsync(csv, delimiter: delimiter);

        batch.Count.Should().Be(2);
        batch.Row(0)[1].AsText().Should().Be("a;b|c^d`e\tf\r\ng");
        batch.Row(1)[2].AsInteger().Should().Be(2);
        page.EndsWell.Should().BeTrue();
    }

    [Fact]
    public async Task Columns_are_known_by_their_names_in_any_order_and_case_and_others_are_left_out()
    {
        var (batch, page) = await ReadAsync($"\"ACCOUNT.NAME\",\"Extra\",\"name\",\"id\"\n\"Acme\",\"x\",\"Ann\",\"{Id}\"\n");

        page.Missing.Should().Equal("Employees", "Revenue", "IsDeleted", "Born", "CreatedDate");
        batch.IdAt(0).ToString().Should().Be(Id);
        batch.Row(0)[1].AsText().Should().Be("Ann");
        batch.Row(0)[7].AsText().Should().Be("Acme");
    }

    [Fact]
    public async Task Characters_of_several_bytes_survive_every_cut()
    {
        const string Name = "Zoë 名前 🎉 \"ß\"";
        string csv = Header + $"\"{Id}\",\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
        for (int cut = 1; cut < Encoding.UTF8.GetByteCount(csv); cut++)
        {
            var (batch, _) = await ReadAsync(csv, cut);
            batch.Row(0)[1].AsText().Should().Be(Name);
        }
    }

    [Fact]
    public async Task A_cut_anywhere_is_noticed_but_between_the_two_quotes_of_a_pair()
    {
        string csv = Header + $"\"{Id}\",\"Ann\",\"1\",\"\",\"\",\"\",\"\",\"Acme\"\n\"{Id}\",\"Bob\",\"2\",\"\",\"\",\"\",\"\",\"He said \"\"no\"\".\"\n";
        int closing = csv.Length - 1;
        for (int length = 0; length < closing; length++)
        {
            bool whole;
            try
            {
                var (batch, page) = await ReadAsync(csv[..length]);
                whole = batch.Count == 2 && page.EndsWell && batch.Row(1)[7].AsText() != "He said \"no\".";
            }
            catch (FormatException)
            {
                whole = false;
            }

            bool cutInsideAPairOfQuotes = csv[..length].EndsWith("said \"", StringComparison.Ordinal) || csv[..length].EndsWith("no\"", StringComparison.Ordinal);
            whole.Should().Be(cutInsideAPairOfQuotes, "nothing but the length of the answer tells a closing quote from half of a pair, at {0}", length);
        }
    }

    [Fact]
    public async Task Long_values_grow_the_buffer()
    {
        string text = new('x', 200_000);

        var (batch, _) = await ReadAsync(Header + $"\"{Id}\",\"{text}\",\"1\",\"\",\"\",\"\",\"\",\"\"\n");

        batch.Row(0)[1].AsText().Should().Be(text);
    }

    [Fact]
    public async Task An_empty_body_lacks_every_column()
    {
        var (batch, page) = await ReadAsync(string.Empty);

        batch.Count.Should().Be(0);
        page.Missing.Should().HaveCount(Columns.Length);
    }

    private static async Task<(RecordBatch Batch, CsvPage Page)> ReadAsync(string csv, int size = int.MaxValue, char delimiter = ',')
    {
        var cancel = TestContext.Current.CancellationToken;
        var response = new HttpResponseMessage { Content = new StreamContent(new CutStream(Encoding.UTF8.GetBytes(csv), size)) };
        var body = new ResponseBody(response, OrgHarness.Settings(), TimeProvider.System);
        using var page = await CsvPage.OpenAsync(body, delimiter, Columns, cancel);
        var builder = new RecordBatchBuilder(Columns, 1000, int.MaxValue);
        while (await page.ReadAsync(cancel))
        {
            page.CopyTo(builder);
        }

        return (builder.Build(null, isLast: true), page);
    }
}
