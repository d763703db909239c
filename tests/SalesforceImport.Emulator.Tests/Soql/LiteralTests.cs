using SalesforceImport.Emulator.Soql;
using static SalesforceImport.Emulator.Tests.Soql.SoqlTest;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("5", 5, true)]
    [InlineData("-5", -5, true)]
    [InlineData("+5", 5, true)]
    [InlineData("0.5", 0.5, false)]
    [InlineData(".5", 0.5, false)]
    [InlineData("-1.25e2", -125, false)]
    [InlineData("1E-3", 0.001, false)]
    public void Numbers_may_have_a_sign_a_point_and_an_exponent(string written, double value, bool integer) =>
        Value(written).Should().Be(new NumberLiteral((decimal)value, integer));

    [Theory]
    [InlineData("null")]
    [InlineData("NULL")]
    public void Null_is_a_value(string written) => Value(written).Should().Be(new NullLiteral());

    [Fact]
    public void Booleans_stand_without_quotes()
    {
        Value("true").Should().Be(new BooleanLiteral(true));
        Value("False").Should().Be(new BooleanLiteral(false));
        Value("'true'").Should().Be(new StringLiteral("true"));
    }

    [Fact]
    public void Days_and_instants_stand_without_quotes()
    {
        Value("2024-02-29").Should().Be(new DateLiteral(new DateOnly(2024, 2, 29)));
        var noon = new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
        Value("2026-01-02T12:00:00Z").Should().Be(new DateTimeLiteral(noon));
        Value("2026-01-02T12:00:00.250Z").Should().Be(new DateTimeLiteral(noon.AddMilliseconds(250)));
        Value("2026-01-02T12:00:00.000+0000").Should().Be(new DateTimeLiteral(noon));
        var inIndia = (DateTimeLiteral)Value("2026-01-02T17:30:00+05:30");
        inIndia.Value.Should().Be(noon).And.BeExactly(new DateTimeOffset(2026, 1, 2, 17, 30, 0, TimeSpan.FromHours(5.5)));
        ((DateTimeLiteral)Value("2026-01-02T04:00:00.5-08:00")).Value.Should().Be(noon.AddMilliseconds(500));
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-1-1")]
    [InlineData("2026-01-01T25:00:00Z")]
    [InlineData("2026-01-01T00:00:00")]
    [InlineData("2026-01-01T00:00:00 00:00")]
    [InlineData("5x")]
    [InlineData("1e40")]
    [InlineData("--5")]
    [InlineData("\"double\"")]
    [InlineData("LAST_N_DAYS")]
    [InlineData("LAST_N_DAYS:x")]
    [InlineData("LAST_N_DAYS:-1")]
    [InlineData("LAST_N_DAYS:99999999999")]
    [InlineData("TODAY:1")]
    [InlineData("SOMEDAY")]
    public void What_is_no_value_is_refused(string written) =>
        Refusal($"SELECT Id FROM Lead WHERE Field = {written}").ErrorCode.Should().Be("MALFORMED_QUERY");

    [Fact]
    public void Every_date_keyword_is_a_value()
    {
        DateKeywords.All.Should().HaveCount(44);
        foreach (var keyword in DateKeywords.All)
        {
            var counted = DateKeywords.TakesNumber(keyword) == true;
            Value(counted ? $"{keyword.ToLowerInvariant()}:30" : keyword).Should().Be(new DateKeywordLiteral(keyword, counted ? 30 : null));
        }
    }

    [Fact]
    public void A_keyword_s_number_may_stand_apart() => Value("LAST_N_DAYS : 7").Should().Be(new DateKeywordLiteral("LAST_N_DAYS", 7));

    [Theory]
    [InlineData(@"'a\nb\Nc'", "a\nb\nc")]
    [InlineData(@"'\r\R\t\T\b\B\f\F'", "\r\r\t\t\b\b\f\f")]
    [InlineData(@"'\""\'\\'", "\"'\\")]
    [InlineData(@"'\u0041\u20AC'", "A€")]
    [InlineData(@"'O\'Brien'", "O'Brien")]
    [InlineData(@"'ends with \\'", @"ends with \")]
    [InlineData("'100% _ok_ \"so\" é'", "100% _ok_ \"so\" é")]
    [InlineData("''", "")]
    [InlineData("'SELECT ( FROM'", "SELECT ( FROM")]
    public void Escapes_are_resolved(string written, string value) => Value(written).Should().Be(new StringLiteral(value));

    [Theory]
    [InlineData(@"'\q'", @"\q")]
    [InlineData(@"'\_'", @"\_")]
    [InlineData(@"'\%'", @"\%")]
    [InlineData(@"'\u00G1'", @"\u")]
    [InlineData(@"'\u00'", @"\u")]
    [InlineData(@"'\U0041'", @"\U")]
    public void Any_other_backslash_is_refused(string written, string escape)
    {
        var refusal = Refusal($"SELECT Id FROM Lead WHERE Field = {written}");

        refusal.ErrorCode.Should().Be("MALFORMED_QUERY");
        refusal.Message.Should().Contain($"Illegal character sequence '{escape}'");
    }

    [Theory]
    [InlineData(@"'50\%\_'", @"50\%\_")]
    [InlineData(@"'a\\%'", @"a\\%")]
    [InlineData(@"'O\'B%\n'", "O'B%\n")]
    public void A_pattern_tells_wildcards_from_characters(string written, string value) =>
        ((Comparison)Where($"Name LIKE {written}")).Value.Should().Be(new StringLiteral(value));

    [Theory]
    [InlineData("'open")]
    [InlineData(@"'open\'")]
    [InlineData("'O'Brien'")]
    public void A_string_must_end(string written) =>
        Refusal($"SELECT Id FROM Lead WHERE Field = {written}").Message.Should().Contain("unexpected token: '");

    [Fact]
    public void A_string_holds_four_thousand_characters()
    {
        ((StringLiteral)Value($"'{new string('x', 3_999)}\\n'")).Value.Should().HaveLength(4_000);
        var refusal = Refusal($"SELECT Id FROM Lead WHERE Field = '{new string('x', 4_001)}'");
        refusal.ErrorCode.Should().Be("MALFORMED_QUERY");
        refusal.Message.Should().EndWith("\nstring literal can not be longer than 4000 characters");
        refusal.Message.Length.Should().BeLessThan(500);
    }
}
