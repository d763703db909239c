using SalesforceImport.Emulator.Soql;
using static SalesforceImport.Emulator.Tests.Soql.SoqlTest;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class WhereTests
{
    [Theory]
    [InlineData("=", nameof(SoqlOperator.Equal))]
    [InlineData("!=", nameof(SoqlOperator.NotEqual))]
    [InlineData("<>", nameof(SoqlOperator.NotEqual))]
    [InlineData("<", nameof(SoqlOperator.Less))]
    [InlineData("<=", nameof(SoqlOperator.LessOrEqual))]
    [InlineData(">", nameof(SoqlOperator.Greater))]
    [InlineData(">=", nameof(SoqlOperator.GreaterOrEqual))]
    [InlineData("like", nameof(SoqlOperator.Like))]
    public void Every_operator_is_read(string written, string expected) =>
        ((Comparison)Where($"Name {written} 'x'")).Operator.ToString().Should().Be(expected);

    [Fact]
    public void Operators_need_no_blanks() => Where("A>=1").Should().BeOfType<Comparison>().Which.Operator.Should().Be(SoqlOperator.GreaterOrEqual);

    [Fact]
    public void Operands_of_one_kind_lie_side_by_side()
    {
        Where("A = 1 AND B = 2 AND C = 3").Should().BeOfType<AndExpression>().Which.Operands.Should().HaveCount(3);
        Where("A = 1 OR B = 2 OR C = 3").Should().BeOfType<OrExpression>().Which.Operands.Should().HaveCount(3);
    }

    [Fact]
    public void Parentheses_make_groups()
    {
        var and = Where("A = 1 AND (B = 2 OR (NOT C = 3)) AND (D = 4)").Should().BeOfType<AndExpression>().Which;

        and.Operands.Should().HaveCount(3);
        and.Operands[1].Should().BeOfType<OrExpression>().Which.Operands[1].Should().BeOfType<NotExpression>();
        and.Operands[2].Should().BeOfType<Comparison>();
    }

    [Theory]
    [InlineData("A = 1 AND B = 2 OR C = 3", "OR")]
    [InlineData("A = 1 OR B = 2 AND C = 3", "AND")]
    [InlineData("A = 1 AND NOT B = 2", "NOT")]
    [InlineData("NOT A = 1 AND B = 2", "AND")]
    [InlineData("NOT NOT A = 1", "NOT")]
    [InlineData("A = 1 AND (B = 2 AND C = 3 OR D = 4)", "OR")]
    public void Mixed_operators_without_parentheses_are_refused(string condition, string token) =>
        Refusal($"SELECT Id FROM Lead WHERE {condition}").Message.Should().EndWith($"\nunexpected token: '{token}'");

    [Fact]
    public void Lists_hold_values_of_any_kind()
    {
        var list = Where("A NOT IN ('x', 1, null, TODAY, 2026-01-01)").Should().BeOfType<InList>().Which;

        list.Negated.Should().BeTrue();
        list.Values.Select(value => value.GetType()).Should().Equal(
            typeof(StringLiteral), typeof(NumberLiteral), typeof(NullLiteral), typeof(DateKeywordLiteral), typeof(DateLiteral));
        Where("A IN ('x')").Should().BeOfType<InList>().Which.Negated.Should().BeFalse();
    }

    [Fact]
    public void Multi_select_picklists_include_and_exclude()
    {
        var includes = Where("A INCLUDES ('x;y', 'z')").Should().BeOfType<Includes>().Which;
        includes.Negated.Should().BeFalse();
        includes.Values.Should().Equal(new StringLiteral("x;y"), new StringLiteral("z"));
        Where("A excludes ('x')").Should().BeOfType<Includes>().Which.Negated.Should().BeTrue();
    }

    [Fact]
    public void Semi_joins_and_anti_joins_hold_a_query()
    {
        var and = (AndExpression)Where("Id IN (SELECT LeadId FROM CampaignMember m WHERE m.Status = 'Sent') AND OwnerId NOT IN (SELECT Id FROM User)");

        var semi = and.Operands[0].Should().BeOfType<InQuery>().Which;
        semi.Negated.Should().BeFalse();
        semi.Query.From.Should().Be("CampaignMember");
        Name(((Comparison)semi.Query.Where!).Field).Should().Be("Status");
        and.Operands[1].Should().BeOfType<InQuery>().Which.Negated.Should().BeTrue();
    }

    [Theory]
    [InlineData("Id IN (SELECT LeadId FROM CampaignMember) OR A = 1", "Semi join sub-selects are not allowed with the 'OR' operator")]
    [InlineData("A = 1 AND (B = 2 OR Id IN (SELECT LeadId FROM CampaignMember))", "only allowed at the top level WHERE expressions")]
    [InlineData("NOT Id IN (SELECT LeadId FROM CampaignMember)", "only allowed at the top level WHERE expressions")]
    [InlineData("Id IN (SELECT LeadId FROM CampaignMember WHERE CampaignId IN (SELECT Id FROM Campaign))", "Nesting of semi join sub-selects is not supported")]
    [InlineData("Id IN (SELECT Id FROM Lead)", "should not be on the same object type")]
    [InlineData("Owner.Id IN (SELECT Id FROM User)", "cannot use: 'Owner.Id'")]
    [InlineData("Id IN (SELECT Lead.Id FROM CampaignMember)", "'Lead.Id'")]
    [InlineData("Id IN (SELECT LeadId FROM CampaignMember LIMIT 5)", "unexpected token: 'LIMIT'")]
    [InlineData("Id IN (SELECT LeadId FROM CampaignMember ORDER BY Id)", "unexpected token: 'ORDER'")]
    [InlineData("Id IN (SELECT LeadId, Id FROM CampaignMember)", "unexpected token: ','")]
    public void Semi_joins_stay_within_the_org_s_rules(string condition, string message)
    {
        var refusal = Refusal($"SELECT Id FROM Lead WHERE {condition}");

        refusal.ErrorCode.Should().Be("MALFORMED_QUERY");
        refusal.Message.Should().Contain(message);
    }

    [Fact]
    public void A_filter_holds_two_semi_joins_and_no_more()
    {
        string Filter(int joins) => string.Join(" AND ", Enumerable.Range(0, joins).Select(n => $"Ref{n}__c IN (SELECT Id FROM User)"));

        Where(Filter(2)).Should().BeOfType<AndExpression>();
        Refusal($"SELECT Id FROM Lead WHERE {Filter(3)}").ErrorCode.Should().Be("EXCEEDED_MAX_SEMIJOIN_SUBSELECTS");
    }

    [Theory]
    [InlineData("COUNT(Id) > 1")]
    [InlineData("Name")]
    [InlineData("Name =")]
    [InlineData("Name IS NULL")]
    [InlineData("Name LIKE 5")]
    [InlineData("Name = Other")]
    [InlineData("Name = :bind")]
    [InlineData("Name IN ()")]
    [InlineData("Name IN ('a',)")]
    [InlineData("Name IN 'a'")]
    [InlineData("Name NOT LIKE 'a'")]
    [InlineData("Name INCLUDES (5)")]
    [InlineData("(Name = 'a'")]
    [InlineData("Name = 'a')")]
    [InlineData("")]
    public void Broken_conditions_are_refused(string condition) =>
        Refusal($"SELECT Id FROM Lead WHERE {condition}").ErrorCode.Should().Be("MALFORMED_QUERY");
}
