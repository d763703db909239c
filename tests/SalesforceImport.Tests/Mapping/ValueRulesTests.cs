using SalesforceImport.Mapping;

namespace SalesforceImport.Tests.Mapping;

public sealed class ValueRulesTests
{
    [Theory]
    [InlineData(SyncRule.AlwaysSalesforce, "org", "host", "org")]
    [InlineData(SyncRule.AlwaysSalesforce, null, "host", null)]
    [InlineData(SyncRule.PreferSalesforceUnlessBlank, "org", "host", "org")]
    [InlineData(SyncRule.PreferSalesforceUnlessBlank, " ", "host", "host")]
    [InlineData(SyncRule.FillBlanks, "org", "host", "host")]
    [InlineData(SyncRule.FillBlanks, "org", " ", "org")]
    [InlineData(SyncRule.Never, "org", "host", "host")]
    public void Each_rule_says_who_wins(SyncRule rule, string? org, string? host, string? expected)
    {
        var property = new MappedProperty("Phone", PropertyType.Text, rule, IsOptOut: false);

        ValueRules.Apply(property, FieldValue.FromText(org), FieldValue.FromText(host), FieldValue.FromText(host)).AsText().Should().Be(expected);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(null, true, true)]
    public void An_opt_out_only_tightens(bool? org, bool host, bool expected)
    {
        var property = new MappedProperty("DoNotCall", PropertyType.Boolean, SyncRule.AlwaysSalesforce, IsOptOut: true);
        var imported = org is { } value ? FieldValue.FromBoolean(value) : default;

        ValueRules.Apply(property, imported, FieldValue.FromBoolean(host), FieldValue.FromBoolean(false)).AsBoolean().Should().Be(expected);
    }

    [Fact]
    public void The_leader_speaks_first_and_the_next_fills_its_blanks()
    {
        var property = new MappedProperty("Title", PropertyType.Text, SyncRule.AlwaysSalesforce, IsOptOut: false);

        Combine(property, " ", "second", "third").AsText().Should().Be("second");
        Combine(property, "first", "second").AsText().Should().Be("first");
        Combine(property, null, null).IsNull.Should().BeTrue();
    }

    private static FieldValue Combine(MappedProperty property, params string?[] values) =>
        ValueRules.Combine(property, 0, values.Select(value => (IReadOnlyList<FieldValue>)[FieldValue.FromText(value)]));
}
