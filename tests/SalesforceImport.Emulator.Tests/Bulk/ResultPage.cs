namespace SalesforceImport.Emulator.Tests.Bulk;

/// <summary>A page of a job's result.</summary>
/// <param name="Locator">Where the next page is; null where the answer does not say.</param>
/// <param name="Count">How many rows the page has, as the answer tells it.</param>
/// <param name="Body">The page itself.</param>
internal sealed record ResultPage(string? Locator, int Count, string Body)
{
    /// <summary>The lines without the header row; for results whose values hold no line breaks.</summary>
    public IReadOnlyList<string> Rows => Body.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
}
