using System.Text;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing;

/// <summary>All a store holds of some records, as text that does not depend on row ids.</summary>
internal static class StoreDump
{
    public static async Task<string> OfAsync(InMemoryDatabase database, IEnumerable<SalesforceId> records, string run)
    {
        var found = await FindAsync(database, records, run);
        var lines = found.Rows.Select(Row).Concat(found.Orphans.Select(orphan => "orphan " + Source(orphan, null))).Order(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    /// <summary>Who is one person, who leads, what Salesforce says: without what depends on the host's own edits.</summary>
    public static async Task<string> PeopleOfAsync(InMemoryDatabase database, IEnumerable<SalesforceId> records)
    {
        var found = await FindAsync(database, records, "none");
        return string.Join('\n', found.Rows.Select(Person).Concat(found.Orphans.Select(orphan => "orphan " + orphan.Key.Id)).Order(StringComparer.Ordinal));
    }

    private static async Task<FindResult> FindAsync(InMemoryDatabase database, IEnumerable<SalesforceId> records, string run)
    {
        using var store = new InMemoryContactStore(database);
        await store.PrepareAsync([BatchHarness.Schema.Store]);
        return await store.FindAsync(new FindRequest
        {
            Kind = RecordKind.Contact,
            Org = BatchHarness.Org,
            Run = run,
            Sources = records.ToHashSet(),
        });
    }

    private static string Person(StoredRow row)
    {
        var members = row.Sources.Select(source => $"{source.Key.Id} {source.Email} {source.LinkedTo} {source.Contributes}").Order(StringComparer.Ordinal);
        var said = BatchHarness.Schema.Properties
            .Select((property, index) => (property, index))
            .Where(pair => pair.property is { Rule: SyncRule.AlwaysSalesforce, IsOptOut: false })
            .Select(pair => row.Values[pair.index]);
        return $"{row.Leader?.Id} of {string.Join(", ", members)}: {string.Join('|', said)}";
    }

    private static string Row(StoredRow row)
    {
        var text = new StringBuilder();
        text.Append("row led by ").Append(row.Leader?.Id).Append(": ").AppendJoin('|', row.Values);
        text.Append(" changed ").AppendJoin('|', row.ChangesOfRun.OrderBy(change => change.Property).Select(change => $"{change.Property}:{change.Before}>{change.After}"));
        foreach (string source in row.Sources.Select(source => Source(source, row)).Order(StringComparer.Ordinal))
        {
            text.Append("\n  ").Append(source);
        }

        return text.ToString();
    }

    // A leader's own values may be kept beside it or be the row's: that is the library's economy, not its meaning.
    private static string Source(StoredSource source, StoredRow? row) =>
        $"{source.Object} {source.Key.Id} {source.Email} to {source.LinkedTo} {(source.Contributes ? string.Join('|', source.Values ?? row!.Values) : "no values")}";
}
