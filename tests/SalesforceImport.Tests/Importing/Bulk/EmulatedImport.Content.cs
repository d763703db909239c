using System.Globalization;
using SalesforceImport.Importing;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing.Bulk;

/// <summary>What the store holds.</summary>
internal sealed partial class EmulatedImport
{
    /// <summary>What the store holds of the org's contacts and leads: values, leaders and sources.</summary>
    public async Task<IReadOnlyList<string>> ContentAsync(ImportPlan plan)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(plan), Cancel);
        var found = await store.FindAsync(
            new FindRequest
            {
                Kind = RecordKind.Contact,
                Org = plan.OrgId,
                Run = "none",
                Sources = new[] { "Contact", "Lead" }.SelectMany(name => Org.Org.Rows(name, includeHidden: true)).Select(row => SalesforceId.Parse(row.Id)).ToHashSet(),
            },
            Cancel);
        return
        [
            .. found.Rows
                .Select(row => $"{row.Leader?.Id} of {string.Join(' ', row.Sources.Select(source => source.Key.Id.ToString()).Order(StringComparer.Ordinal))}: {string.Join('|', row.Values.Select(Text))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>All that the store holds of the kinds planned last, as text.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync()
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        string[] objects = ["Contact", "Lead", "Account", "Opportunity", "Task"];
        var dump = new List<string>();
        foreach (var kind in _plan!.Kinds)
        {
            dump.AddRange(await RowsAsync(kind.Kind, objects));
        }

        foreach (var kind in Enum.GetValues<LinkKind>())
        {
            dump.AddRange((await StoredLinksAsync(kind)).Select(link => link.ToString()));
        }

        return [.. dump, .. (await store.ListRunsAsync(100, Cancel)).Select(run => run.Run)];
    }

    /// <summary>The rows of a kind: leader, the records that feed it, and values.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(RecordKind kind, params IReadOnlyList<string> objects)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        var ids = new HashSet<SalesforceId>();
        foreach (string name in objects)
        {
            ids.UnionWith(await store.ListSyncedIdsAsync(OrgId, name, default, int.MaxValue, Cancel));
        }

        var found = await store.FindAsync(new FindRequest { Kind = kind, Org = OrgId, Run = "none", Sources = ids }, Cancel);
        return
        [
            .. found.Rows
                .Select(row => $"{row.Leader?.Id} of {string.Join(' ', row.Sources.Where(source => source.Contributes).Select(source => source.Key.Id.ToString()).Order(StringComparer.Ordinal))}: {string.Join('|', row.Values.Select(Text))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The ids of an object's records that rows of the store come from.</summary>
    public async Task<IReadOnlyList<string>> SyncedAsync(string sObject)
    {
        using var store = new InMemoryContactStore(_database);
        return [.. (await store.ListSyncedIdsAsync(OrgId, sObject, default, int.MaxValue, Cancel)).Select(id => id.ToString())];
    }

    /// <summary>The ids of the org's records of an object that lead rows of a kind.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(RecordKind kind, string sObject)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        var found = await store.FindAsync(
            new FindRequest
            {
                Kind = kind,
                Org = OrgId,
                Run = "none",
                Sources = Org.Org.Rows(sObject, includeHidden: true).Select(row => SalesforceId.Parse(row.Id)).ToHashSet(),
            },
            Cancel);
        return [.. found.Rows.Select(row => row.Leader!.Value.Id.ToString())];
    }

    /// <summary>The links of a kind, as the ids that they tie.</summary>
    public async Task<IReadOnlyList<(string From, string To)>> LinksAsync(LinkKind kind) =>
        [.. (await StoredLinksAsync(kind)).Select(link => (link.Key.From.ToString(), link.Key.To.ToString()))];

    /// <summary>The rows of a run's list of contacts, as the ids of the records that feed them.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ListedAsync(string run)
    {
        using var store = new InMemoryContactStore(_database);
        await store.PrepareAsync(StoreSchemas.Of(_plan!), Cancel);
        var listed = (await store.ReadListAsync(run, RecordKind.Contact, 0, int.MaxValue, Cancel)).Select(member => member.RowId).ToHashSet();
        var found = await store.FindAsync(
            new FindRequest
            {
                Kind = RecordKind.Contact,
                Org = OrgId,
                Run = "none",
                Sources = new[] { "Contact", "Lead" }.SelectMany(name => Org.Org.Rows(name)).Select(row => SalesforceId.Parse(row.Id)).ToHashSet(),
            },
            Cancel);
        return
        [
            .. found.Rows.Where(row => listed.Contains(row.Id)).Select(row => row.Sources.Where(source => source.Contributes).Select(source => source.Key.Id.ToString()).ToList()),
        ];
    }

    public async Task<IReadOnlyList<StoredLink>> StoredLinksAsync(LinkKind kind)
    {
        using var store = new InMemoryContactStore(_database);
        var ids = await store.ListLinkedIdsAsync(OrgId, kind, LinkEnd.From, default, int.MaxValue, Cancel);
        return await store.FindLinksAsync(OrgId, kind, LinkEnd.From, [.. ids], Cancel);
    }

    // Each API writes decimals with as many zeros as it likes.
    private static string Text(FieldValue value) =>
        value.Type == PropertyType.Decimal ? value.AsDecimal().ToString("0.#####", CultureInfo.InvariantCulture) : value.ToString();
}
