using System.Text;
using SalesforceImport.Reporting;
using SalesforceImport.Tests.Importing;
using Sylvan.Data.Csv;

namespace SalesforceImport.Tests.Reporting;

public sealed class ProblemCsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("the value of Age__c is no number.", "the value of Age__c is no number.")]
    [InlineData("one, \"two\"\r\nthree", "one, \"two\"\r\nthree")]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    public async Task A_detail_comes_back_as_it_was_unless_a_spreadsheet_would_run_it(string? detail, string read)
    {
        var rows = await RowsAsync([Problem(1, detail)]);

        rows.Should().ContainSingle().Which.Should().Equal("Lead", World.Id("00Q", 1).ToString(), "Failed", "ValueMismatch", read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(2_345)]
    public async Task All_of_them_are_written_under_one_header(int count)
    {
        var rows = await RowsAsync([.. Enumerable.Range(0, count).Select(number => Problem(number, null))]);

        rows.Select(row => row[1]).Should().Equal(Enumerable.Range(0, count).Select(number => World.Id("00Q", number).ToString()));
    }

    [Fact]
    public async Task The_stream_stays_open_and_begins_with_the_header()
    {
        using var stream = new MemoryStream();

        await ProblemCsv.WriteAsync(AsyncEnumerable.Empty<RecordProblem>(), stream, TestContext.Current.CancellationToken);

        stream.CanWrite.Should().BeTrue();
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("object,id,outcome,reason,detail\r\n");
    }

    private static RecordProblem Problem(int number, string? detail) =>
        new("Lead", World.Id("00Q", number), RecordOutcome.Failed, RecordReason.ValueMismatch, detail);

    private static async Task<List<string[]>> RowsAsync(RecordProblem[] problems)
    {
        using var stream = new MemoryStream();
        await ProblemCsv.WriteAsync(problems.ToAsyncEnumerable(), stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        using var csv = CsvDataReader.Create(new StreamReader(stream));
        csv.GetOrdinal("detail").Should().Be(4);
        var rows = new List<string[]>();
        while (await csv.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }
}
