using System.Net;
using System.Text;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.Reading;
using SalesforceImport.Salesforce.Transport;

namespace SalesforceImport.Tests.Salesforce;

public sealed class PageReaderTests
{
    private static readonly QueryColumn[] Columns =
    [
        new("Id", PropertyType.Text),
        new("Name", PropertyType.Text),
        new("NumberOfEmployees", PropertyType.Integer),
        new("AnnualRevenue", PropertyType.Decimal),
        new("IsConverted", PropertyType.Boolean),
        new("Birthdate", PropertyType.Date),
        new("CreatedDate", PropertyType.DateTime),
        new("Account.Name", PropertyType.Text),
        new("Account.Owner.Email", PropertyType.Text),
        new("Missing__c", PropertyType.Text),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Key order of its own, unknown keys, nested parents, null parents, a page inside a record, escapes of every sort.
    private const string Odd =
        """
        {"records" : [
          {"Id":"00Q000000000001EAA","Unknown":{"deep":[{"x":[1,2]}]},"attributes":{"type":"Lead","url":"/x"},"name":"Jos\u00e9 \ud83d\ude00 \"q\" \\ \/ \n",
           "NumberOfEmployees":12.0,"AnnualRevenue":1.5e3,"IsConverted":true,"Birthdate":"1980-02-29","CreatedDate":"2020-01-01T00:00:00.000+0000",
           "Account":{"attributes":{"type":"Account"},"Name":"Ac\u0000me","Owner":{"Email":"o@example.com"}},"Tasks":{"totalSize":1,"done":false,"nextRecordsUrl":"/no","records":[{"Id":"00T"}]}},
          {"attributes":null,"Id":"00Q000000000002EAA","Name":"naïve 日本語 \ud83d lone \ude00","NumberOfEmployees":-7,"AnnualRevenue":-0.10,"IsConverted":false,"Birthdate":null,
           "CreatedDate":"2019-12-31T19:30:00-04:30","Account":null},
          {"Id":"00Q000000000003EAA","Name":"","Account":{"Name":null,"Owner":null}}
        ] , "extra":[[]], "done":true, "totalSize":3 }
        """;

    [Fact]
    public async Task Page_is_read_whatever_the_order_and_company_of_its_keys()
    {
        var read = await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Odd)));

        read.Sink.TotalSize.Should().Be(3);
        read.Sink.Done.Should().BeTrue();
        read.Sink.NextRecordsUrl.Should().BeNull("the one inside a record is another query's");
        read.Batch.Problems.Should().BeEmpty();
        Row(read.Batch, 0).Should().Equal(
            "00Q000000000001EAA", "José 😀 \"q\" \\ / \n", 12L, 1500m, true, new DateOnly(1980, 2, 29), Utc(2020, 1, 1), "Acme", "o@example.com", null);
        Row(read.Batch, 1).Should().Equal(
            "00Q000000000002EAA", "naïve 日本語 \uFFFD lone \uFFFD", -7L, -0.1m, false, null, Utc(2020, 1, 1), null, null, null);
        Row(read.Batch, 2).Should().Equal("00Q000000000003EAA", "", null, null, null, null, null, null, null, null);
        read.Batch.IdAt(2).Should().Be(SalesforceId.Parse("00Q000000000003EAA"));
    }

    [Fact]
    public async Task Page_reads_the_same_wherever_the_network_cuts_it()
    {
        byte[] page = Encoding.UTF8.GetBytes("\uFEFF" + Odd);
        var whole = Rows((await ReadAsync(new MemoryStream(page))).Batch);

        for (int cut = 1; cut < page.Length; cut++)
        {
            var read = await ReadAsync(new CutStream(page, cut), bufferBytes: 16);
            Rows(read.Batch).Should().BeEquivalentTo(whole, options => options.WithStrictOrdering(), $"the page was cut at {cut}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Page_reads_the_same_in_driblets(int bytes)
    {
        byte[] page = Encoding.UTF8.GetBytes(Odd);

        var read = await ReadAsync(new CutStream(page, bytes, every: true), bufferBytes: 16);

        Rows(read.Batch).Should().BeEquivalentTo(Rows((await ReadAsync(new MemoryStream(page))).Batch), options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Every_prefix_of_a_page_gives_whole_records_and_fails()
    {
        byte[] page = Encoding.UTF8.GetBytes(Odd);
        var whole = Rows((await ReadAsync(new MemoryStream(page))).Batch);

        for (int length = 0; length < page.Length - 1; length++)
        {
            var batch = new RecordBatchBuilder(Columns, 100, int.MaxValue);
            var sink = new QueryPageSink("Lead", Columns, ColumnNode.Build(Columns), batch);
            var failure = await Record.ExceptionAsync(() => DrainAsync(new MemoryStream(page, 0, length), sink, 16));

            failure.Should().BeOfType<OrgUnavailableException>($"{length} bytes are not the whole page");
            batch.AbandonRow();
            Rows(batch.Build(null, false)).Should().BeEquivalentTo(whole.Take((int)sink.Records), options => options.WithStrictOrdering());
        }
    }

    [Theory]
    [InlineData("NumberOfEmployees", "12.5")]
    [InlineData("NumberOfEmployees", "9223372036854775808")]
    [InlineData("NumberOfEmployees", "\"many\"")]
    [InlineData("NumberOfEmployees", "true")]
    [InlineData("AnnualRevenue", "1e400")]
    [InlineData("AnnualRevenue", "{\"a\":1}")]
    [InlineData("IsConverted", "1")]
    [InlineData("IsConverted", "\"yes\"")]
    [InlineData("Birthdate", "\"2020-01-01T00:00:00.000+0000\"")]
    [InlineData("Birthdate", "\"2023-02-29\"")]
    [InlineData("Birthdate", "20200101")]
    [InlineData("CreatedDate", "\"2020-01-01\"")]
    [InlineData("CreatedDate", "\"2020-01-01T00:00:00.000\"")]
    [InlineData("Name", "[\"a\"]")]
    [InlineData("Id", "\"00Q\"")]
    public async Task Value_that_does_not_fit_its_type_is_a_problem_and_not_the_end(string field, string json)
    {
        string page = $$"""{"records":[{"{{field}}":{{json}}{{(field == "Id" ? "" : ",\"Id\":\"00Q000000000001EAA\"")}}}],"done":true}""";

        var read = await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(page)));

        var problem = read.Batch.Problems.Should().ContainSingle().Subject;
        problem.Row.Should().Be(0);
        Columns[problem.Column].Path.Should().Be(field);
        problem.Message.Should().Contain(field);
        if (field != "Id")
        {
            read.Batch.Row(0)[problem.Column].IsNull.Should().BeTrue();
        }

        read.Batch.Count.Should().Be(1);
    }

    [Theory]
    [InlineData("NumberOfEmployees", "\"12\"", 12L)]
    [InlineData("NumberOfEmployees", "\"12.0\"", 12L)]
    [InlineData("NumberOfEmployees", "1.2e1", 12L)]
    [InlineData("IsConverted", "\"true\"", true)]
    [InlineData("Name", "300.0", "300.0")]
    [InlineData("Name", "true", "true")]
    public async Task Value_in_another_guise_is_understood(string field, string json, object expected)
    {
        string page = $$"""{"records":[{"Id":"00Q000000000001EAA","{{field}}":{{json}}}],"done":true}""";

        var read = await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(page)));

        read.Batch.Problems.Should().BeEmpty();
        Row(read.Batch, 0).Should().Contain(expected);
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00.000+0000")]
    [InlineData("2020-01-01T00:00:00.000\\u002B0000")]
    [InlineData("2020-01-01T00:00:00.000Z")]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("2020-01-01T05:30:00+05:30")]
    [InlineData("2019-12-31T16:00:00.0-0800")]
    [InlineData("2020-01-01T00:00:00.0009999Z")]
    public async Task Instant_is_read_in_every_form(string text)
    {
        string page = $$"""{"records":[{"Id":"00Q000000000001EAA","CreatedDate":"{{text}}"}],"done":true}""";

        var read = await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(page)));

        read.Batch.Row(0)[6].AsDateTime().Should().Be(Utc(2020, 1, 1));
    }

    [Fact]
    public async Task Long_text_across_many_buffers_is_kept_whole()
    {
        string text = string.Concat(Enumerable.Repeat("日本語 text \\u00e9 \\ud83d\\ude00 ", 20_000));
        string page = $$"""{"records":[{"Id":"00Q000000000001EAA","Name":"{{text}}"}],"done":true}""";

        var read = await ReadAsync(new CutStream(Encoding.UTF8.GetBytes(page), 1000, every: true));

        read.Batch.Row(0)[1].AsText().Should().Be(string.Concat(Enumerable.Repeat("日本語 text é 😀 ", 20_000)));
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_becomes_text_all_the_same()
    {
        byte[] page = [.. """{"records":[{"Id":"00Q000000000001EAA","Name":"a"""u8, 0xFF, 0xC3, .. """(\n"}],"done":true}"""u8];

        var read = await ReadAsync(new MemoryStream(page));

        read.Batch.Row(0)[1].AsText().Should().Be("a\uFFFD\uFFFD(\n");
    }

    [Fact]
    public async Task Value_beyond_all_bounds_is_refused_by_name()
    {
        string page = $$"""{"records":[{"Id":"00Q000000000001EAA","Name":"{{new string('x', JsonTokenStream.MaxTokenBytes + 10)}}"}],"done":true}""";

        var reading = () => ReadAsync(new MemoryStream(Encoding.ASCII.GetBytes(page)));

        (await reading.Should().ThrowAsync<SalesforceException>()).Which.Message.Should().Contain("Lead.Name").And.Contain("16 MiB");
    }

    [Fact]
    public async Task Nesting_beyond_all_bounds_is_refused()
    {
        string page = """{"records":[{"Id":"00Q000000000001EAA","X":""" + new string('[', 5000);

        var reading = () => ReadAsync(new MemoryStream(Encoding.ASCII.GetBytes(page)));

        await reading.Should().ThrowAsync<OrgUnavailableException>();
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static object?[] Row(RecordBatch batch, int row) => [.. batch.Row(row).ToArray().Select(value => value.ToObject())];

    private static List<object?[]> Rows(RecordBatch batch) => [.. Enumerable.Range(0, batch.Count).Select(row => Row(batch, row))];

    private static async Task<(RecordBatch Batch, QueryPageSink Sink)> ReadAsync(Stream stream, int bufferBytes = 64 * 1024)
    {
        var batch = new RecordBatchBuilder(Columns, 100, int.MaxValue);
        var sink = new QueryPageSink("Lead", Columns, ColumnNode.Build(Columns), batch);
        await DrainAsync(stream, sink, bufferBytes);
        return (batch.Build(sink.TotalSize, isLast: true), sink);
    }

    private static async Task DrainAsync(Stream stream, QueryPageSink sink, int bufferBytes)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) };
        using var tokens = new JsonTokenStream(new ResponseBody(response, OrgHarness.Settings(), TimeProvider.System), sink, bufferBytes);
        while (await tokens.RunAsync(Cancel))
        {
        }
    }
}
