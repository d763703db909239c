using System.Text.RegularExpressions;

namespace SalesforceImport.Emulator.Tests;

/// <summary>The package's README shows code that compiles and tests that pass.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Its_code_is_that_of_these_tests()
    {
        var readme = File.ReadAllText(Repository.File("src", "SalesforceImport.Emulator", "README.md"));
        var examples = File.ReadAllText(Repository.File("tests", "SalesforceImport.Emulator.Tests", "ReadmeExamples.cs"));
        var shown = Blocks().Matches(readme).Select(match => match.Groups[1].Value).ToList();
        shown.Should().HaveCountGreaterThan(1).And.Equal(Regions().Matches(examples).Select(match => Plain(match.Groups[1].Value)));
    }

    // Without the indentation of the file.
    private static string Plain(string region)
    {
        var lines = region.Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.TrimStart()));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("#region Readme.*?\n(.*?)[ ]*#endregion", RegexOptions.Singleline)]
    private static partial Regex Regions();
}
