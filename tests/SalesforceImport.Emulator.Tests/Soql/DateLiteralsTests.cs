using System.Globalization;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class DateLiteralsTests
{
    [Theory]
    [InlineData("YESTERDAY", "2026-03-17", "2026-03-18")]
    [InlineData("TODAY", "2026-03-18", "2026-03-19")]
    [InlineData("TOMORROW", "2026-03-19", "2026-03-20")]
    [InlineData("LAST_WEEK", "2026-03-08", "2026-03-15")]
    [InlineData("THIS_WEEK", "2026-03-15", "2026-03-22")]
    [InlineData("NEXT_WEEK", "2026-03-22", "2026-03-29")]
    [InlineData("LAST_MONTH", "2026-02-01", "2026-03-01")]
    [InlineData("THIS_MONTH", "2026-03-01", "2026-04-01")]
    [InlineData("NEXT_MONTH", "2026-04-01", "2026-05-01")]
    [InlineData("LAST_QUARTER", "2025-10-01", "2026-01-01")]
    [InlineData("THIS_QUARTER", "2026-01-01", "2026-04-01")]
    [InlineData("NEXT_QUARTER", "2026-04-01", "2026-07-01")]
    [InlineData("LAST_YEAR", "2025-01-01", "2026-01-01")]
    [InlineData("THIS_YEAR", "2026-01-01", "2027-01-01")]
    [InlineData("NEXT_YEAR", "2027-01-01", "2028-01-01")]
    [InlineData("LAST_FISCAL_QUARTER", "2025-10-01", "2026-01-01")]
    [InlineData("THIS_FISCAL_QUARTER", "2026-01-01", "2026-04-01")]
    [InlineData("NEXT_FISCAL_QUARTER", "2026-04-01", "2026-07-01")]
    [InlineData("LAST_FISCAL_YEAR", "2025-01-01", "2026-01-01")]
    [InlineData("THIS_FISCAL_YEAR", "2026-01-01", "2027-01-01")]
    [InlineData("NEXT_FISCAL_YEAR", "2027-01-01", "2028-01-01")]
    [InlineData("LAST_90_DAYS", "2025-12-18", "2026-03-19")]
    [InlineData("NEXT_90_DAYS", "2026-03-19", "2026-06-17")]
    [InlineData("LAST_N_DAYS:2", "2026-03-16", "2026-03-19")]
    [InlineData("LAST_N_DAYS:0", "2026-03-18", "2026-03-19")]
    [InlineData("NEXT_N_DAYS:2", "2026-03-19", "2026-03-21")]
    [InlineData("N_DAYS_AGO:2", "2026-03-16", "2026-03-17")]
    [InlineData("LAST_N_WEEKS:2", "2026-03-01", "2026-03-15")]
    [InlineData("NEXT_N_WEEKS:2", "2026-03-22", "2026-04-05")]
    [InlineData("N_WEEKS_AGO:2", "2026-03-01", "2026-03-08")]
    [InlineData("LAST_N_MONTHS:3", "2025-12-01", "2026-03-01")]
    [InlineData("NEXT_N_MONTHS:10", "2026-04-01", "2027-02-01")]
    [InlineData("N_MONTHS_AGO:3", "2025-12-01", "2026-01-01")]
    [InlineData("LAST_N_QUARTERS:2", "2025-07-01", "2026-01-01")]
    [InlineData("NEXT_N_QUARTERS:2", "2026-04-01", "2026-10-01")]
    [InlineData("N_QUARTERS_AGO:2", "2025-07-01", "2025-10-01")]
    [InlineData("LAST_N_YEARS:2", "2024-01-01", "2026-01-01")]
    [InlineData("NEXT_N_YEARS:2", "2027-01-01", "2029-01-01")]
    [InlineData("N_YEARS_AGO:2", "2024-01-01", "2025-01-01")]
    [InlineData("LAST_N_FISCAL_QUARTERS:2", "2025-07-01", "2026-01-01")]
    [InlineData("NEXT_N_FISCAL_QUARTERS:2", "2026-04-01", "2026-10-01")]
    [InlineData("N_FISCAL_QUARTERS_AGO:2", "2025-07-01", "2025-10-01")]
    [InlineData("LAST_N_FISCAL_YEARS:2", "2024-01-01", "2026-01-01")]
    [InlineData("NEXT_N_FISCAL_YEARS:2", "2027-01-01", "2029-01-01")]
    [InlineData("N_FISCAL_YEARS_AGO:2", "2024-01-01", "2025-01-01")]
    public void On_a_wednesday_in_march(string literal, string from, string to) => Check(literal, "2026-03-18T15:30:00Z", from, to);

    [Theory]
    [InlineData("YESTERDAY", "2024-03-01T00:00:00Z", "2024-02-29", "2024-03-01")]
    [InlineData("YESTERDAY", "2026-03-01T00:00:00Z", "2026-02-28", "2026-03-01")]
    [InlineData("LAST_MONTH", "2024-03-31T23:59:59Z", "2024-02-01", "2024-03-01")]
    [InlineData("N_MONTHS_AGO:1", "2026-03-31T12:00:00Z", "2026-02-01", "2026-03-01")]
    [InlineData("LAST_N_DAYS:365", "2024-02-29T12:00:00Z", "2023-03-01", "2024-03-01")]
    [InlineData("N_YEARS_AGO:1", "2024-02-29T12:00:00Z", "2023-01-01", "2024-01-01")]
    [InlineData("TOMORROW", "2026-12-31T23:59:59Z", "2027-01-01", "2027-01-02")]
    [InlineData("LAST_MONTH", "2026-01-01T00:00:00Z", "2025-12-01", "2026-01-01")]
    [InlineData("NEXT_MONTH", "2026-12-31T23:59:59Z", "2027-01-01", "2027-02-01")]
    [InlineData("THIS_QUARTER", "2026-12-31T23:59:59Z", "2026-10-01", "2027-01-01")]
    [InlineData("NEXT_QUARTER", "2026-10-01T00:00:00Z", "2027-01-01", "2027-04-01")]
    [InlineData("THIS_WEEK", "2026-03-15T00:00:00Z", "2026-03-15", "2026-03-22")]
    [InlineData("THIS_WEEK", "2026-03-14T23:59:59Z", "2026-03-08", "2026-03-15")]
    [InlineData("THIS_WEEK", "2027-01-01T12:00:00Z", "2026-12-27", "2027-01-03")]
    [InlineData("TODAY", "2026-03-18T22:00:00-05:00", "2026-03-19", "2026-03-20")]
    public void At_the_edges_of_the_calendar(string literal, string now, string from, string to) => Check(literal, now, from, to);

    [Theory]
    [InlineData("LAST_N_YEARS:2147483647", "0001-01-01", "2026-01-01")]
    [InlineData("LAST_N_DAYS:2147483647", "0001-01-01", "2026-03-19")]
    [InlineData("NEXT_N_WEEKS:2147483647", "2026-03-22", "9999-12-31")]
    [InlineData("NEXT_N_MONTHS:2147483647", "2026-04-01", "9999-12-01")]
    public void Spans_beyond_the_calendar_are_cut(string literal, string from, string to) => Check(literal, "2026-03-18T15:30:00Z", from, to);

    [Fact]
    public void What_is_no_keyword_has_no_span()
    {
        var range = () => DateLiterals.Range(new DateKeywordLiteral("SOMEDAY", null), DateTimeOffset.UnixEpoch);

        range.Should().Throw<ArgumentException>().WithMessage("*SOMEDAY*");
    }

    private static void Check(string literal, string now, string from, string to)
    {
        var keyword = (DateKeywordLiteral)SoqlTest.Value(literal);
        var range = DateLiterals.Range(keyword, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        range.From.Should().BeExactly(Midnight(from));
        range.To.Should().BeExactly(Midnight(to));
    }

    private static DateTimeOffset Midnight(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero);
}
