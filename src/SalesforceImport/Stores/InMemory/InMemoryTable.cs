namespace SalesforceImport.Stores;

/// <summary>The rows and orphans of one kind, with the ways to find them.</summary>
internal sealed class InMemoryTable(RecordKind kind)
{
    private readonly Dictionary<string, int> _columnIndexes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, InMemoryRow> _rows = [];
    private readonly Dictionary<SourceKey, InMemoryRow> _owners = [];
    private readonly Dictionary<SourceKey, InMemorySource> _orphans = [];
    private readonly InMemoryIndex<SourceKey, InMemoryRow> _links = new();
    private readonly InMemoryIndex<SourceKey, InMemorySource> _orphanLinks = new();
    private readonly InMemoryIndex<string, InMemoryRow> _emails = new();
    private readonly Dictionary<(SalesforceId Org, string Object), SortedSet<SalesforceId>> _synced = [];

    public RecordKind Kind { get; } = kind;

    public List<StoreProperty> Columns { get; } = [];

    public bool IsEmpty => _rows.Count == 0 && _orphans.Count == 0;

    public int ColumnIndex(string name) => _columnIndexes.GetValueOrDefault(name, -1);

    public int CheckedColumn(string name, FieldValue value)
    {
        int column = ColumnIndex(name);
        return column < 0
            ? throw new SalesforceImportException($"{Kind} has no property '{name}'.")
            : !value.IsNull && value.Type != Columns[column].Type
            ? throw new SalesforceImportException($"Property '{name}' of {Kind} is {Columns[column].Type}; the value is {value.Type}.")
            : column;
    }

    public void AddColumn(StoreProperty property)
    {
        _columnIndexes.Add(property.Name, Columns.Count);
        Columns.Add(property);
    }

    public InMemoryRow? Find(long id) => _rows.GetValueOrDefault(id);

    public InMemoryRow? Owner(SourceKey key) => _owners.GetValueOrDefault(key);

    public InMemorySource? Orphan(SourceKey key) => _orphans.GetValueOrDefault(key);

    public IEnumerable<InMemoryRow> LinkedTo(SourceKey key) => _links[key];

    public IEnumerable<InMemorySource> OrphansLinkedTo(SourceKey key) => _orphanLinks[key];

    /// <summary>Rows one of whose contributing sources has the e-mail, and rows of the host's own that hold it.</summary>
    public IEnumerable<InMemoryRow> WithEmail(string email, SalesforceId? org, int? emailColumn) => _emails[email].Where(row =>
        row.Sources.Count == 0
            ? emailColumn is not null
            : row.Sources.Values.Any(source => source.Contributes && source.Email == email && (org is null || source.Key.Org == org)));

    public IEnumerable<SalesforceId> SyncedAfter(SalesforceId org, string sObject, SalesforceId after) =>
        _synced.TryGetValue((org, sObject), out var ids) && ids.Count > 0 && ids.Max > after
            ? ids.GetViewBetween(after, ids.Max).Where(id => id > after)
            : [];

    /// <summary>The ids that an org's contributing records name in a property.</summary>
    public IEnumerable<SalesforceId> ReferencesOf(SalesforceId org, string property)
    {
        int column = ColumnIndex(property);
        return column < 0
            ? []
            : from row in _rows.Values
              from source in row.Sources.Values
              where source.Key.Org == org && Feeds(row, source)
              let value = source[column] ?? row[column]
              where SalesforceId.TryParse(value.AsText(), out _)
              select SalesforceId.Parse(value.AsText()!);
    }

    public void Add(InMemoryRow row)
    {
        _rows.Add(row.Id, row);
        Index(row);
    }

    public void Remove(InMemoryRow row)
    {
        Unindex(row);
        _rows.Remove(row.Id);
    }

    /// <summary>Every change of a row's e-mail, leader or sources goes through here, so that the indexes follow.</summary>
    public void Change(InMemoryRow row, Action change)
    {
        Unindex(row);
        change();
        Index(row);
    }

    public void PutOrphan(InMemorySource orphan)
    {
        DropOrphan(orphan.Key);
        _orphans.Add(orphan.Key, orphan);
        if (orphan.Link is { } link)
        {
            _orphanLinks.Add(link, orphan);
        }
    }

    public void DropOrphan(SourceKey key)
    {
        if (_orphans.Remove(key, out var orphan) && orphan.Link is { } link)
        {
            _orphanLinks.Remove(link, orphan);
        }
    }

    /// <summary>The row's e-mails: of its sources, and in its own property.</summary>
    public IEnumerable<string> EmailsOf(InMemoryRow row) =>
        row.Sources.Values.Select(source => source.Email).Append(OwnEmail(row)).OfType<string>().Where(email => email.Length > 0);

    private string? OwnEmail(InMemoryRow row) =>
        ColumnIndex("Email") is >= 0 and var column && Columns[column].Type == PropertyType.Text
            ? row[column].AsText()?.Trim().ToLowerInvariant()
            : null;

    private IEnumerable<string> MatchedEmails(InMemoryRow row) => row.Sources.Count == 0
        ? EmailsOf(row)
        : row.Sources.Values.Where(source => source.Contributes).Select(source => source.Email).OfType<string>();

    private void Index(InMemoryRow row)
    {
        foreach (var source in row.Sources.Values)
        {
            _owners.Add(source.Key, row);
            if (source.Link is { } link)
            {
                _links.Add(link, row);
            }

            if (Feeds(row, source))
            {
                if (!_synced.TryGetValue((source.Key.Org, source.Object), out var ids))
                {
                    _synced.Add((source.Key.Org, source.Object), ids = []);
                }

                ids.Add(source.Key.Id);
            }
        }

        foreach (string email in MatchedEmails(row))
        {
            _emails.Add(email, row);
        }
    }

    private void Unindex(InMemoryRow row)
    {
        foreach (var source in row.Sources.Values)
        {
            _owners.Remove(source.Key);
            if (source.Link is { } link)
            {
                _links.Remove(link, row);
            }

            if (Feeds(row, source))
            {
                _synced[(source.Key.Org, source.Object)].Remove(source.Key.Id);
            }
        }

        foreach (string email in MatchedEmails(row))
        {
            _emails.Remove(email, row);
        }
    }

    private static bool Feeds(InMemoryRow row, InMemorySource source) => source.Contributes || row.Leader == source.Key;
}
