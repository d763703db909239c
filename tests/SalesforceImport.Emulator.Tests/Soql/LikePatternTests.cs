using CsCheck;
using SalesforceImport.Emulator.Soql;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class LikePatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("abc", "ABC", true)]
    [InlineData("ÄÖ%", "äöü", true)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a%", "a", true)]
    [InlineData("%c", "abc", true)]
    [InlineData("%b%", "abc", true)]
    [InlineData("a%c%e", "abcde", true)]
    [InlineData("a%c%e", "abcd", false)]
    [InlineData("%ab", "aab", true)]
    [InlineData("%aab", "aaab", true)]
    [InlineData("_", "", false)]
    [InlineData("_", "x", true)]
    [InlineData("_", "😀", true)]
    [InlineData("__", "😀", false)]
    [InlineData("%_", "a😀", true)]
    [InlineData("a_c", "abc", true)]
    [InlineData("a_c", "ac", false)]
    [InlineData("%%%", "", true)]
    [InlineData("%_%", "", false)]
    [InlineData(@"50\%", "50%", true)]
    [InlineData(@"50\%", "500", false)]
    [InlineData(@"a\_b", "a_b", true)]
    [InlineData(@"a\_b", "axb", false)]
    [InlineData(@"a\\%", @"a\anything", true)]
    [InlineData(@"a\\%", "anything", false)]
    [InlineData(@"a\b", @"a\b", true)]
    [InlineData(@"ends\", @"ends\", true)]
    public void Patterns_match_whole_texts(string pattern, string text, bool matches) =>
        new LikePattern(pattern).IsMatch(text).Should().Be(matches);

    [Fact]
    public void Any_pattern_matches_as_its_definition_says() =>
        Gen.Select(Short("ab%_"), Short("aB")).Sample(
            (pattern, text) => new LikePattern(pattern).IsMatch(text) == Defined(pattern, text));

    // A matcher that backtracks at every run would still be at it tomorrow.
    [Fact]
    public void Many_runs_over_a_long_text_do_not_explode() =>
        new LikePattern(string.Concat(Enumerable.Repeat("%a", 500)) + "b").IsMatch(new string('a', 4_000)).Should().BeFalse();

    [Fact]
    public void Matching_allocates_nothing()
    {
        var pattern = new LikePattern("%sales_orce%");
        var text = new string('x', 1_000) + "SalesForce";
        pattern.IsMatch(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var matches = pattern.IsMatch(text);
        var after = GC.GetAllocatedBytesForCurrentThread();

        matches.Should().BeTrue();
        (after - before).Should().Be(0);
    }

    private static Gen<string> Short(string characters) => Gen.Char[characters].Array[0, 7].Select(text => new string(text));

    private static bool Defined(string pattern, string text) => (pattern, text) switch
    {
        ("", _) => text.Length == 0,
        (['%', .. var rest], _) => Enumerable.Range(0, text.Length + 1).Any(from => Defined(rest, text[from..])),
        (_, "") => false,
        (['_', .. var rest], _) => Defined(rest, text[1..]),
        (_, _) => char.ToUpperInvariant(pattern[0]) == char.ToUpperInvariant(text[0]) && Defined(pattern[1..], text[1..]),
    };
}
