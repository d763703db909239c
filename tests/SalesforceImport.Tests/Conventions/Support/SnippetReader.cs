using System.Text.RegularExpressions;

namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>C# blocks of pages, and the regions of compiled files that they come from.</summary>
internal static partial class SnippetReader
{
    /// <summary>The regions <c>// &lt;Name&gt;</c> … <c>// &lt;/Name&gt;</c> of the snippet files, with their indentation taken away.</summary>
    public static IReadOnlyDictionary<string, string> Compiled() =>
        Repository.Sources("tests/SalesforceImport.Tests/Conventions/Snippets")
            .SelectMany(file => Region().Matches(File.ReadAllText(file.FullName)))
            .ToDictionary(match => match.Groups["name"].Value, match => Outdent(match.Groups["code"].Value));

    /// <summary>The C# blocks of a page, each with the name in the comment above it; empty where there is none.</summary>
    public static IEnumerable<(string Name, string Code)> Shown(FileInfo page) =>
        Block().Matches(File.ReadAllText(page.FullName)).Select(match => (match.Groups["name"].Value, match.Groups["code"].Value));

    private static string Outdent(string code)
    {
        var lines = code.Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex(@"^ *// <(?<name>\w+)>\n(?<code>.*?)^ *// </\k<name>>$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Region();

    [GeneratedRegex(@"(^<!-- snippet: (?<name>\w+) -->\n)?^```(csharp|cs|c#)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
