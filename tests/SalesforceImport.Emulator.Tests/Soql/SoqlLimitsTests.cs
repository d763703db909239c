using SalesforceImport.Emulator.Soql;
using static SalesforceImport.Emulator.Tests.Soql.SoqlTest;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class SoqlLimitsTests
{
    [Fact]
    public void A_statement_holds_a_hundred_thousand_characters()
    {
        var soql = "SELECT Id FROM Lead".PadRight(100_000);

        SoqlParser.Parse(soql).From.Should().Be("Lead");
        var refusal = Refusal(soql + " ");
        refusal.ErrorCode.Should().Be("MALFORMED_QUERY");
        refusal.Message.Should().Be("SOQL statements can not be longer than 100000 characters");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("(NOT ", ")")]
    [InlineData("(A = 1 AND ", ")")]
    [InlineData("NOT (", ")")]
    public void Nesting_has_an_end_and_never_overflows(string open, string close)
    {
        string Nested(int depth) => $"SELECT Id FROM Lead WHERE {string.Concat(Enumerable.Repeat(open, depth))}A = 1{string.Concat(Enumerable.Repeat(close, depth))}";

        SoqlParser.Parse(Nested(SoqlLimits.MaxDepth)).Where.Should().NotBeNull();
        Refusal(Nested(SoqlLimits.MaxDepth + 1)).ErrorCode.Should().Be("MALFORMED_QUERY");
        Refusal(Nested(8_000)).ErrorCode.Should().Be("MALFORMED_QUERY");
    }

    [Fact]
    public void A_thread_short_of_stack_refuses_what_it_cannot_follow()
    {
        Exception? outcome = null;
        var thread = new Thread(
            () => outcome = Record.Exception(() => SoqlParser.Parse($"SELECT Id FROM Lead WHERE {new string('(', 100)}A = 1{new string(')', 100)}")),
            maxStackSize: 128 * 1024);

        thread.Start();
        thread.Join();

        outcome.Should().BeOfType<SoqlException>().Which.ErrorCode.Should().Be("MALFORMED_QUERY");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    [InlineData("(SELECT Id, ")]
    [InlineData("Id IN (SELECT Id FROM Lead WHERE ")]
    [InlineData("A = 1 AND ")]
    [InlineData("a.")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("'\\")]
    public void Endless_repetition_is_refused(string part)
    {
        var repeated = string.Concat(Enumerable.Repeat(part, 90_000 / part.Length));

        Refusal($"SELECT {repeated}").ErrorCode.Should().Be("MALFORMED_QUERY");
        Refusal($"SELECT Id FROM Lead WHERE {repeated}").ErrorCode.Should().Be("MALFORMED_QUERY");
    }

    [Fact]
    public void Parentheses_inside_strings_do_not_nest()
    {
        var text = new string('(', 2_000) + "\\'" + new string('(', 1_000);

        SoqlParser.Parse($"SELECT Id FROM Lead WHERE A = '{text}'").Where.Should().NotBeNull();
    }

    [Fact]
    public void As_many_ids_as_a_statement_holds_make_one_list()
    {
        var ids = Enumerable.Range(0, 4_700).Select(n => $"00Q{n:D12}AAA").ToList();

        var list = Where($"Id IN ('{string.Join("','", ids)}')").Should().BeOfType<InList>().Which;

        list.Values.Cast<StringLiteral>().Select(literal => literal.Value).Should().Equal(ids);
    }

    [Fact]
    public void A_long_chain_of_conditions_is_one_expression() =>
        Where(string.Join(" OR ", Enumerable.Range(0, 5_000).Select(n => $"A = {n}"))).Should().BeOfType<OrExpression>().Which.Operands.Should().HaveCount(5_000);
}
