namespace SalesforceImport.Emulator.Tests;

/// <summary>The tables of the emulator's guide.</summary>
internal static class Guide
{
    /// <summary>The rows of the table whose first column has a title, without the marks of code.</summary>
    public static IReadOnlyList<string[]> Rows(string title) =>
    [
        .. File.ReadAllLines(Repository.File("docs", "emulator.md"))
            .SkipWhile(line => !line.StartsWith($"| {title} |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim(' ', '`')).ToArray()),
    ];
}
