using CsCheck;
using SalesforceImport.Selectors;

namespace SalesforceImport.Tests.Selectors;

public sealed class SoqlConditionTextTests
{
    private const string Before = "SELECT Id FROM Lead WHERE IsDeleted = false AND (";
    private const string After = ") ORDER BY Id";

    private static readonly string[] Fragments =
    [
        "'", "'", "\\", "\\'", "\\\\", "\"", "(", ")", "(", ")", " ", " ", ",", "=", "!=", ";", "/*", "*/", "--", "\n", "\r", "\t", "\f", "\0", "\u2028", "\uD83D", "é",
        "a = 1", "Name = 'x'", "Name LIKE 'O\\'B%'", "AND", "OR", "NOT", " IN (", "IN", "in ('a', 'b')", "(SELECT ", "SELECT", "select Id", " FROM ", "FROM Contact", "WHERE", " WHERE a = 1",
        "ORDER BY", "order", "LIMIT 1", "OFFSET", "GROUP BY", "HAVING", "FOR UPDATE", "WITH", "ALL ROWS", "USING SCOPE", "UPDATE", "Limit__c", "\\u0027", "\\u00", "2020-01-01T00:00:00+01:00", "LAST_N_DAYS:3", "Account.Name", "5ORDER",
    ];

    [Theory]
    [InlineData("Name = 'x'")]
    [InlineData("Name = 'a) OR (b'")]
    [InlineData(@"Name = 'O\'Brien' OR Name LIKE '50\% \\'")]
    [InlineData(@"Name = 'ORDER BY LIMIT ; -- /* \u0027'")]
    [InlineData("(a = 1 OR b = -2.5) AND NOT (c = null)")]
    [InlineData("CreatedDate >= 2020-01-01T00:00:00.000+01:00 AND CreatedDate = LAST_N_DAYS:30")]
    [InlineData("Id IN (SELECT LeadId FROM CampaignMember WHERE CampaignId = '701000000000001' AND (Status = 'Sent' OR Status = 'New'))")]
    [InlineData("Id not in ( select LeadId from CampaignMember )")]
    [InlineData("Limit__c = 1 AND Order__c = 2 AND From__c = 3")]
    [InlineData("DISTANCE(Address, GEOLOCATION(37, 122), 'mi') < 20")]
    [InlineData("Interests__c INCLUDES ('A;B', 'C')")]
    [InlineData("Email != null\r\n\tAND LastName != null")]
    [InlineData("Id IN\n(SELECT LeadId\n FROM CampaignMember)")]
    public void A_whole_condition_is_accepted_as_it_is(string text) =>
        SoqlCondition.Render(RecordCondition.Soql(text), LeadDescription.Value).Should().Be($"({text})");

    [Theory]
    [InlineData("", "*is empty*")]
    [InlineData("   ", "*is empty*")]
    [InlineData("Name = 'x", "*opens a quote that it does not close (at character 8)*")]
    [InlineData(@"Name = 'x\'", "*opens a quote that it does not close*")]
    [InlineData(@"Name = 'x\", "*begins no escape*")]
    [InlineData(@"Name = '\x'", "*begins no escape*")]
    [InlineData(@"Name = '\u00g0'", "*begins no escape*")]
    [InlineData("(a = 1", "*opens 1 more parentheses than it closes*")]
    [InlineData("a = 1)", "*closes a parenthesis that it did not open (at character 6)*")]
    [InlineData("a = 1) OR (b = 2", "*closes a parenthesis that it did not open*")]
    [InlineData("a = 1 ORDER BY Name", "*holds ORDER*")]
    [InlineData("a = 1 order by Name", "*holds ORDER*")]
    [InlineData("a = 1 LIMIT 5", "*holds LIMIT*")]
    [InlineData("a = 1 limit 5", "*holds LIMIT*")]
    [InlineData("a = 5LIMIT 5", "*holds LIMIT right after a digit*")]
    [InlineData("a = 1 OFFSET 5", "*holds OFFSET*")]
    [InlineData("a = 1 GROUP BY Name", "*holds GROUP*")]
    [InlineData("a = 1 HAVING b = 1", "*holds HAVING*")]
    [InlineData("a = 1 FOR VIEW", "*holds FOR*")]
    [InlineData("a = 1 WITH SECURITY_ENFORCED", "*holds WITH*")]
    [InlineData("a = 1 ALL ROWS", "*holds ALL*")]
    [InlineData("USING SCOPE mine", "*holds USING*")]
    [InlineData("a = 1 UPDATE TRACKING", "*holds UPDATE*")]
    [InlineData("SELECT Id FROM Lead", "*holds SELECT outside a semi-join*")]
    [InlineData("(SELECT Id FROM Lead)", "*holds SELECT outside a semi-join*")]
    [InlineData("Id IN (Id, SELECT Id FROM Lead)", "*holds SELECT outside a semi-join*")]
    [InlineData("Id IN (SELECT Id FROM Lead WHERE a = 1 WHERE b = 1)", "*holds WHERE outside a semi-join*")]
    [InlineData("Id IN (SELECT Id FROM Lead FROM Contact)", "*holds FROM outside a semi-join*")]
    [InlineData("Id IN (SELECT Id FROM Lead LIMIT 1)", "*holds LIMIT*")]
    [InlineData("Id IN (SELECT Id)", "*SELECT without FROM*")]
    [InlineData("Id IN (SELECT Id FROM Lead) FROM Contact", "*holds FROM outside a semi-join*")]
    [InlineData("a = 1 WHERE b = 1", "*holds WHERE outside a semi-join*")]
    [InlineData("a = 1; b", "*holds ';' outside quotes (at character 6)*")]
    [InlineData("a = 1 -- b", "*comment*")]
    [InlineData("a = 1 /* b */", "*holds '/' outside quotes*")]
    [InlineData("a = 1 // b", "*holds '/' outside quotes*")]
    [InlineData("a = \"x\"", "*holds '\"' outside quotes*")]
    [InlineData("a = 1\fAND b = 2", "*holds the character U+000C outside quotes*")]
    [InlineData("a = 1\u00A0AND b = 2", "*holds the character U+00A0 outside quotes*")]
    [InlineData("a = 1\nORDER\nBY Name", "*holds ORDER*")]
    [InlineData("a = '\n'", "*holds the character U+000A between quotes*")]
    [InlineData(" \t\r\n", "*is empty*")]
    [InlineData("a = '\t'", "*holds the character U+0009 between quotes*")]
    [InlineData("Id 5IN (SELECT Id FROM Lead)", "*holds SELECT outside a semi-join*")]
    [InlineData("a = ’x’", "*holds the character U+2019 outside quotes*")]
    public void Text_that_is_not_one_whole_condition_is_refused(string text, string message) =>
        ((Action)(() => RecordCondition.Soql(text))).Should().Throw<InvalidConditionException>().WithMessage(message).Which.Condition.Should().Be(text);

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        ((Action)(() => RecordCondition.Soql("a = '\uD83D'"))).Should().Throw<InvalidConditionException>().WithMessage("*holds the character U+D83D between quotes*");

    [Fact]
    public void Length_and_nesting_are_bounded()
    {
        string literal = new('x', SoqlConditionText.MaxLiteralLength);
        Accepts($"Name = '{literal}'").Should().BeTrue();
        Accepts($"Name = 'x{literal}'").Should().BeFalse();
        Accepts(string.Concat(Enumerable.Repeat(@"\'", SoqlConditionText.MaxLiteralLength)).Insert(0, "'") + "'").Should().BeTrue("an escape is one character");
        Accepts("a = 1" + new string(' ', SoqlConditionText.MaxLength - 5)).Should().BeTrue();
        Accepts("a = 1" + new string(' ', SoqlConditionText.MaxLength - 4)).Should().BeFalse();
        Accepts(Nested(SoqlConditionText.MaxDepth)).Should().BeTrue();
        Accepts(Nested(SoqlConditionText.MaxDepth + 1)).Should().BeFalse();

        static string Nested(int depth) => new string('(', depth) + "a = 1" + new string(')', depth);
    }

    [Fact]
    public void Whatever_is_accepted_leaves_the_query_around_it_as_it_was()
    {
        int accepted = 0;
        Gen.OneOf(Fragments).Array[0, 12].Select(fragments => string.Join(' ', fragments)).Sample(
            text =>
            {
                if (!Accepts(text))
                {
                    return;
                }

                Interlocked.Increment(ref accepted);
                AssertHarmless(text);
            },
            iter: 5_000);
        accepted.Should().BeGreaterThan(100, "a test that accepts nothing shows nothing");
    }

    [Fact]
    public void A_good_condition_with_something_put_into_it_is_refused_or_harmless() =>
        Gen.Select(
            Gen.OneOf(
                @"Name = 'O\'Brien' AND (a = 1 OR b = 2)",
                "Id IN (SELECT LeadId FROM CampaignMember WHERE Status = 'Sent')",
                "NOT (Name LIKE 'A%') AND CreatedDate = LAST_N_DAYS:30"),
            Gen.OneOf(Fragments).Array[1, 3].Select(string.Concat),
            Gen.Int[0, 70],
            Gen.Int[0, 6]).Sample(
            (good, inserted, at, removed) =>
            {
                int start = Math.Min(at, good.Length);
                string text = good[..start] + inserted + good[Math.Min(start + removed, good.Length)..];
                if (Accepts(text))
                {
                    AssertHarmless(text);
                }
            },
            iter: 5_000);

    private static void AssertHarmless(string text)
    {
        string outline = SoqlReader.Outline(Before + text + After);
        outline.Should().Be("SELECT Id FROM Lead WHERE IsDeleted = false AND () ORDER BY Id", "this was accepted: {0}", text);
        string bare = WithoutLiterals(text).ToUpperInvariant();
        bare.Should().NotMatchRegex(@"\b(GROUP|HAVING|ORDER|LIMIT|OFFSET|FOR|WITH|USING|UPDATE|ROWS)\b").And.NotMatchRegex(@"[^ -~\t\r\n]|[;/*\\""]|--");
        int selects = Words(bare, "SELECT");
        selects.Should().Be(System.Text.RegularExpressions.Regex.Count(bare, @"\bIN\s*\(\s*SELECT\b"), "a SELECT stands in a semi-join only: {0}", text);
        Words(bare, "FROM").Should().Be(selects);
        Words(bare, "WHERE").Should().BeLessThanOrEqualTo(selects);

        static int Words(string text, string word) => System.Text.RegularExpressions.Regex.Count(text, $@"\b{word}\b");
    }

    private static string WithoutLiterals(string text)
    {
        var bare = new System.Text.StringBuilder();
        for (int position = 0; position < text.Length;)
        {
            if (text[position] == '\'')
            {
                SoqlReader.ReadLiteral(text, ref position);
                bare.Append('?');
            }
            else
            {
                bare.Append(text[position++]);
            }
        }

        return bare.ToString();
    }

    private static bool Accepts(string text)
    {
        try
        {
            SoqlConditionText.Check(text);
            return true;
        }
        catch (InvalidConditionException)
        {
            return false;
        }
    }
}
