namespace SalesforceImport.Stores;

/// <summary>Looks up the keys of a batch.</summary>
internal sealed class InMemoryFinder(InMemoryDatabase database, InMemorySchema schema)
{
    private readonly InMemoryTable _table = schema.Table;

    public FindResult Find(FindRequest request)
    {
        var rows = new HashSet<InMemoryRow>();
        var orphans = new HashSet<InMemorySource>();
        var erasedSources = new HashSet<SalesforceId>();
        foreach (var id in request.Sources)
        {
            var key = new SourceKey(request.Org, id);
            rows.UnionWith(RowsOf(key));
            orphans.UnionWith(OrphansOf(key));
            if (database.Erasures.Holds(_table.Kind, key))
            {
                erasedSources.Add(id);
            }
        }

        foreach (string email in request.Emails)
        {
            rows.UnionWith(RowsOf(email, request.Org, request.EmailsOfAnyOrg));
        }

        rows.UnionWith(request.Ids.Select(_table.Find).OfType<InMemoryRow>());
        return new()
        {
            Rows = [.. rows.OrderBy(row => row.Id).Select(row => schema.Read(row, request.Run, database.Runs, request.WithRuns))],
            Orphans = [.. orphans.OrderBy(orphan => orphan.Key.Id).Select(orphan => orphan.Read(schema))],
            ErasedSources = erasedSources,
            ErasedEmails = request.Emails.Where(email => database.Erasures.Holds(_table.Kind, email)).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Whether a record that was thought absent is there after all, in any way.</summary>
    public bool Knows(SourceKey key) =>
        RowsOf(key).Any() || OrphansOf(key).Any() || database.Erasures.Holds(_table.Kind, key);

    /// <summary>Whether an e-mail that was thought absent is there after all, in any way.</summary>
    public bool Knows(string email, SalesforceId org, bool ofAnyOrg) =>
        RowsOf(email, org, ofAnyOrg).Any() || database.Erasures.Holds(_table.Kind, email);

    private IEnumerable<InMemoryRow> RowsOf(SourceKey key) =>
        _table.Owner(key) is { } owner ? _table.LinkedTo(key).Prepend(owner) : _table.LinkedTo(key);

    private IEnumerable<InMemorySource> OrphansOf(SourceKey key) =>
        _table.Orphan(key) is { } orphan ? _table.OrphansLinkedTo(key).Prepend(orphan) : _table.OrphansLinkedTo(key);

    private IEnumerable<InMemoryRow> RowsOf(string email, SalesforceId org, bool ofAnyOrg) =>
        _table.WithEmail(email, ofAnyOrg ? null : org, schema.EmailColumn);
}
