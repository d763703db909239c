using SalesforceImport.Emulator.Querying;

namespace SalesforceImport.Emulator.Bulk;

/// <summary>How the org cuts a result into pages of its own accord.</summary>
internal static class ResultPage
{
    private const int LargestFile = 1_000_000_000;

    /// <summary>How many rows a page holds at most.</summary>
    public static int SizeOf(EmulatorOptions options, QueryJob job) =>
        Math.Min(options.Bulk.PageSize, LargestFile / Math.Max(1, PageSizer.Width(job.Query.Columns.Select(column => column.Field))));
}
