namespace SalesforceImport.ConformanceTests.Model;

/// <summary>Compares everything that can be asked of a store with what the model says.</summary>
internal sealed class ModelComparison(StoreModel model, StoreRun run, CancellationToken cancellationToken)
{
    private readonly ContactStore _store = run.Store;

    public async Task AssertSameAsync(IReadOnlyCollection<long> idsEverUsed)
    {
        SalesforceId[] sources =
        [
            .. model.Rows.Values.SelectMany(row => row.Sources.Keys), .. model.Orphans.Keys, .. model.ErasedSources,
            .. Enumerable.Range(1, 20).Select(Sample.Account),
        ];
        string[] emails = [.. Enumerable.Range(0, 40).Select(i => $"person{i}@example.com")];
        var byId = await _store.FindAsync(Request(ids: idsEverUsed), cancellationToken);
        Assert.Equal(model.Rows.Keys, byId.Rows.Select(row => row.Id).Order());
        foreach (var row in byId.Rows)
        {
            AssertRow(model.Rows[row.Id], row);
        }

        await AssertSourcesAsync(sources);
        await AssertEmailsAsync(emails);
        await AssertSyncedAsync("Contact");
        await AssertSyncedAsync("Lead");
        foreach (var each in model.Runs.Values)
        {
            await AssertRunAsync(each);
        }
    }

    private FindRequest Request(
        IReadOnlyCollection<SalesforceId>? sources = null, IReadOnlyCollection<string>? emails = null, IReadOnlyCollection<long>? ids = null) => new()
        {
            Kind = RecordKind.Contact,
            Org = Sample.Org,
            Run = run.Id,
            Sources = sources ?? [],
            Emails = emails ?? [],
            Ids = ids ?? [],
        };

    private async Task AssertSourcesAsync(SalesforceId[] sources)
    {
        var asked = sources.ToHashSet();
        var found = await _store.FindAsync(Request(sources: sources), cancellationToken);
        Assert.Equal(
            model.Rows.Values.Where(row => row.Sources.Values.Any(IsAsked)).Select(row => row.Id), found.Rows.Select(row => row.Id).Order());
        Assert.Equal(model.Orphans.Keys.Order(), found.Orphans.Select(orphan => orphan.Key.Id).Order());
        Assert.All(found.Orphans, orphan => AssertSource(model.Orphans[orphan.Key.Id], orphan));
        Assert.Equal(model.ErasedSources.Order(), found.ErasedSources.Order());

        bool IsAsked(StoredSource source) => asked.Contains(source.Key.Id) || (source.LinkedTo is { } link && asked.Contains(link));
    }

    private async Task AssertEmailsAsync(string[] emails)
    {
        var found = await _store.FindAsync(Request(emails: emails), cancellationToken);
        Assert.Equal(
            model.Rows.Values.Where(row => row.MatchedEmails.Intersect(emails).Any()).Select(row => row.Id), found.Rows.Select(row => row.Id).Order());
        Assert.Equal(model.ErasedEmails.Order(StringComparer.Ordinal), found.ErasedEmails.Order(StringComparer.Ordinal));
    }

    private async Task AssertSyncedAsync(string sObject)
    {
        var expected = model.Rows.Values
            .SelectMany(row => row.Sources.Values.Where(source => source.Contributes || source.Key.Id == row.Leader))
            .Where(source => source.Object == sObject).Select(source => source.Key.Id).Order();
        Assert.Equal(expected, await _store.ListSyncedIdsAsync(Sample.Org, sObject, default, 10_000, cancellationToken));
    }

    private async Task AssertRunAsync(ModelRun expected)
    {
        var found = await _store.FindRunAsync(expected.Id, cancellationToken);
        Assert.Equal(expected.Sequence, found!.Sequence);
        Assert.Equal(expected.Checkpoint, found.Checkpoint);
        var list = model.Rows.Values.Where(row => row.CreatedByRun == expected.Id || expected.Added.Contains(row.Id))
            .Select(row => new ListMember(row.Id, row.CreatedByRun == expected.Id)).ToList();
        Assert.Equal(list, await _store.ReadListAsync(expected.Id, RecordKind.Contact, 0, 10_000, cancellationToken));
        Assert.Equal(list.Count, await _store.CountListAsync(expected.Id, RecordKind.Contact, cancellationToken));

        var history = await _store.ReadHistoryAsync(expected.Id, RecordKind.Contact, 0, 10_000, cancellationToken);
        Assert.Equal(expected.Changed.Keys.Concat(expected.Removed.Keys).Union(expected.SourcesBefore.Keys).Order(), history.Select(entry => entry.RowId));
        foreach (var entry in history)
        {
            bool removed = expected.Removed.TryGetValue(entry.RowId, out var image);
            Assert.Equal(removed, entry.Removed);
            Assert.Equal(image.MergedInto, entry.MergedInto);
            AssertSourcesBefore(expected, entry);
            var changes = removed
                ? image.Before.Select((value, i) => new PropertyChange(i, value, FieldValue.Null)).Where(change => !change.Before.IsNull)
                : expected.Changed.GetValueOrDefault(entry.RowId, []);
            Assert.Equal(
                changes.OrderBy(change => change.Property),
                entry.Changes.Select(change => new PropertyChange(Sample.Contacts.IndexOf(change.Property), change.Before, change.After)).OrderBy(change => change.Property));
        }
    }

    private static void AssertSourcesBefore(ModelRun expected, HistoryEntry entry)
    {
        if (!expected.SourcesBefore.TryGetValue(entry.RowId, out var before))
        {
            Assert.Null(entry.SourcesBefore);
            return;
        }

        Assert.Equal(before.Leader is { } leader ? new SourceKey(Sample.Org, leader) : null, entry.LeaderBefore);
        Assert.Equal(before.Sources.Select(source => source.Key.Id).Order(), entry.SourcesBefore!.Select(source => source.Key.Id).Order());
        Assert.All(entry.SourcesBefore!, source => AssertSource(before.Sources.Single(one => one.Key == source.Key), source));
    }

    private void AssertRow(ModelRow expected, StoredRow actual)
    {
        Assert.Equal(expected.Values, actual.Values);
        Assert.Equal(expected.CreatedByRun, actual.CreatedByRun);
        Assert.Equal(expected.Leader is { } leader ? new SourceKey(Sample.Org, leader) : null, actual.Leader);
        Assert.Equal(expected.Sources.Keys.Order(), actual.Sources.Select(source => source.Key.Id).Order());
        Assert.All(actual.Sources, source => AssertSource(expected.Sources[source.Key.Id], source));
        Assert.Equal(
            model.Runs[run.Id].Changed.GetValueOrDefault(expected.Id, []).OrderBy(change => change.Property),
            actual.ChangesOfRun.OrderBy(change => change.Property));
    }

    private static void AssertSource(StoredSource expected, StoredSource actual)
    {
        Assert.Equal(expected.Object, actual.Object);
        Assert.Equal(expected.CreatedDate, actual.CreatedDate);
        Assert.Equal(expected.Email, actual.Email);
        Assert.Equal(expected.LinkedTo, actual.LinkedTo);
        Assert.Equal(expected.Contributes, actual.Contributes);
        Assert.Equal(expected.Values, actual.Values);
    }
}
