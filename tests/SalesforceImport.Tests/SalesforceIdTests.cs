namespace SalesforceImport.Tests;

public sealed class SalesforceIdTests
{
    [Theory]
    [InlineData("750R0000000zlh9", "750R0000000zlh9IAA")]
    [InlineData("001D000000K0fXO", "001D000000K0fXOIAZ")]
    public void Fifteen_characters_get_their_checksum(string shortForm, string longForm)
    {
        SalesforceId.Parse(shortForm).ToString().Should().Be(longForm);
        SalesforceId.Parse(longForm).Should().Be(SalesforceId.Parse(shortForm));
    }

    [Theory]
    [InlineData("")]
    [InlineData("001D000000K0fX")]
    [InlineData("001D000000K0fXO1")]
    [InlineData("001D000000K0fXOIAA")]
    [InlineData("001D000000K0fX-")]
    [InlineData("001D000000K0fXÖ")]
    [InlineData("001D000000K0fXO' OR Id != '")]
    public void Anything_else_is_no_id(string text)
    {
        SalesforceId.TryParse(text, out _).Should().BeFalse();
        ((Action)(() => SalesforceId.Parse(text))).Should().Throw<FormatException>().WithMessage($"*{text}*");
    }

    [Fact]
    public void Ids_that_differ_only_in_case_are_different_records() =>
        SalesforceId.Parse("001D000000K0fXO").Should().NotBe(SalesforceId.Parse("001D000000k0fXO"));

    [Fact]
    public void Ids_order_as_the_org_orders_them()
    {
        string[] ordered = ["00300000000000Z", "00300000000000a", "0030000000000A0", "003000000000A00", "00Q000000000000"];

        ordered.Reverse().Select(SalesforceId.Parse).Order().Should().Equal(ordered.Select(SalesforceId.Parse));
    }

    [Fact]
    public void Neighbouring_ids_do_not_share_hash_codes() =>
        Enumerable.Range(0, 100_000).Select(i => SalesforceId.Parse($"003{i:D12}").GetHashCode()).Distinct().Count().Should().BeGreaterThan(99_900);

    [Fact]
    public void The_empty_id_names_nothing()
    {
        default(SalesforceId).IsEmpty.Should().BeTrue();
        default(SalesforceId).ToString().Should().BeEmpty();
        SalesforceId.Parse("001D000000K0fXO").KeyPrefix.Should().Be("001");
    }
}
