using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing.Undoing;

/// <summary>All rows of a store as text, with their ids, creators and records; opt-outs of rows aside, which never go back.</summary>
internal static class RowDump
{
    private const int MostRows = 200;

    private static readonly int OptOut = BatchHarness.Schema.Store.IndexOf("EmailOptOut");

    public static async Task<string> OfAsync(InMemoryDatabase database) =>
        string.Join('\n', (await RowsAsync(database)).OrderBy(row => row.Id).Select(Row));

    public static async Task<IReadOnlyList<StoredRow>> RowsAsync(InMemoryDatabase database)
    {
        using var store = new InMemoryContactStore(database);
        await store.PrepareAsync([BatchHarness.Schema.Store]);
        var found = await store.FindAsync(new FindRequest
        {
            Kind = RecordKind.Contact,
            Org = BatchHarness.Org,
            Run = "none",
            Ids = [.. Enumerable.Range(1, MostRows).Select(id => (long)id)],
            WithRuns = true,
        });
        return found.Rows;
    }

    private static string Row(StoredRow row)
    {
        var sources = row.Sources.Select(source => Source(source, row)).Order(StringComparer.Ordinal);
        return $"row {row.Id} of {row.CreatedByRun} led by {row.Leader?.Id}: {string.Join('|', row.Values.Where((_, index) => index != OptOut))}\n  {string.Join("\n  ", sources)}";
    }

    private static string Source(StoredSource source, StoredRow row) =>
        $"{source.Object} {source.Key.Id} {source.Email} to {source.LinkedTo} {source.Contributes}: {string.Join('|', source.Values ?? (row.Leader == source.Key ? row.Values : []))}";
}
