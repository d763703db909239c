using CsCheck;
using SalesforceImport.Selectors;

namespace SalesforceImport.Tests.Selectors;

public sealed class SoqlTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.OneOf("'", "\\", "\"", "\n", "\r", "\t", "\b", "\f", "\0", "\u001F", "\u007F", "\u0085", "\\u0041", "%", "_", "\uD83D", "\uDE00", "😀", "ß", "a").Array[0, 20].Select(string.Concat));

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("", "''")]
    [InlineData("O'Brien", @"'O\'Brien'")]
    [InlineData(@"C:\dir", @"'C:\\dir'")]
    [InlineData("a\nb\r\tc", @"'a\nb\r\tc'")]
    [InlineData("\0\u007F", @"'\u0000\u007F'")]
    [InlineData("100%_", "'100%_'")]
    [InlineData("Zoë 😀", "'Zoë 😀'")]
    public void Text_is_quoted(string text, string literal) => SoqlText.Quote(text).Should().Be(literal);

    [Fact]
    public void Any_text_survives_quoting() => AnyText.Sample(text =>
    {
        string literal = SoqlText.Quote(text);
        int position = 0;
        SoqlReader.ReadLiteral(literal, ref position).Should().Be(text);
        position.Should().Be(literal.Length, "the literal ends where it says");
    }, iter: 2_000);

    [Fact]
    public void Any_text_escaped_as_a_pattern_matches_itself_alone() => AnyText.Sample(text =>
    {
        string literal = SoqlText.QuotePattern(RecordCondition.EscapeLike(text));
        int position = 0;
        SoqlReader.ReadLiteral(literal, ref position).Should().Be(text);
        position.Should().Be(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            literal[i].Should().Match<char>(c => c != '%' && c != '_', "a wildcard would match something else");
            i += literal[i] == '\\' ? 1 : 0;
        }
    });

    [Theory]
    [InlineData("A%", "'A%'")]
    [InlineData(@"50\%", @"'50\%'")]
    [InlineData(@"a\\%", @"'a\\%'")]
    [InlineData("O'B_", @"'O\'B_'")]
    public void Patterns_keep_their_wildcards_and_escapes(string pattern, string literal) => SoqlText.QuotePattern(pattern).Should().Be(literal);

    [Fact]
    public void Every_type_of_value_has_its_literal()
    {
        SoqlText.Literal((string?)null).Should().Be("null");
        SoqlText.Literal(-5L).Should().Be("-5");
        SoqlText.Literal(1.50m).Should().Be("1.50");
        SoqlText.Literal(true).Should().Be("true");
        SoqlText.Literal(new DateOnly(2020, 1, 2)).Should().Be("2020-01-02");
        SoqlText.Literal(new DateTimeOffset(2020, 1, 1, 2, 0, 0, TimeSpan.FromHours(2))).Should().Be("2020-01-01T00:00:00.000Z");
        SoqlText.Literal(SalesforceId.Parse("00Q000000000001")).Should().Be("'00Q000000000001EAA'");
    }

    [Fact]
    public void A_field_value_is_written_like_its_content()
    {
        SoqlText.Literal(FieldValue.Null).Should().Be("null");
        SoqlText.Literal(FieldValue.FromText("a'b")).Should().Be(@"'a\'b'");
        SoqlText.Literal(FieldValue.FromUtf8("a'b"u8.ToArray(), 0, 3)).Should().Be(@"'a\'b'");
        SoqlText.Literal(FieldValue.FromInteger(7)).Should().Be("7");
        SoqlText.Literal(FieldValue.FromDecimal(-0.5m)).Should().Be("-0.5");
        SoqlText.Literal(FieldValue.FromBoolean(false)).Should().Be("false");
        SoqlText.Literal(FieldValue.FromDate(new(2020, 1, 2))).Should().Be("2020-01-02");
        SoqlText.Literal(FieldValue.FromDateTime(new(2020, 1, 2, 3, 4, 5, 6, TimeSpan.Zero))).Should().Be("2020-01-02T03:04:05.006Z");
    }
}
