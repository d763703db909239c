namespace SalesforceImport.Stores;

/// <summary>
/// What in-memory stores and journals keep. Give one database to several instances and they see each other's work, as
/// processes that share a server do. Its own members stand for the host: they write rows without a store.
/// </summary>
/// <remarks>Thread-safe. Everything is gone with the process: for tests, demos and trying things out.</remarks>
public sealed class InMemoryDatabase
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RecordKind, InMemoryTable> _tables = [];
    private long _lastVersion;
    private long _lastRowId;

    internal InMemoryRuns Runs { get; } = new();

    internal InMemoryErasures Erasures { get; } = new();

    internal InMemoryLinks Links { get; } = new();

    internal InMemoryUsage Usage { get; } = new();

    /// <summary>Inserts a row as the host would; properties that are not named have no value.</summary>
    /// <returns>The row's id.</returns>
    /// <exception cref="SalesforceImportException">A property is unknown, or a value is not of its type.</exception>
    public long Insert(RecordKind kind, IReadOnlyDictionary<string, FieldValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        lock (_gate)
        {
            var table = Table(kind);
            var row = NewRow(table, createdByRun: null);
            foreach (var (property, value) in values)
            {
                row.SetValue(table.CheckedColumn(property, value), value);
            }

            table.Add(row);
            return row.Id;
        }
    }

    /// <summary>Sets one property of a row as the host would.</summary>
    /// <exception cref="SalesforceImportException">There is no such row or property, or the value is not of its type.</exception>
    public void Update(RecordKind kind, long id, string property, FieldValue value)
    {
        lock (_gate)
        {
            var table = Table(kind);
            var row = table.Find(id) ?? throw new SalesforceImportException($"There is no {kind} row {id}.");
            int column = table.CheckedColumn(property, value);
            table.Change(row, () => row.SetValue(column, value));
            row.Version = NextVersion();
            row.WrittenByHost = row.CreatedByRun is not null;
        }
    }

    /// <summary>Deletes a row as the host would.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(RecordKind kind, long id)
    {
        lock (_gate)
        {
            var table = Table(kind);
            if (table.Find(id) is not { } row)
            {
                return false;
            }

            table.Remove(row);
            Runs.DropFromLists(kind, row);
            return true;
        }
    }

    internal InMemoryTable Table(RecordKind kind)
    {
        if (!_tables.TryGetValue(kind, out var table))
        {
            _tables[kind] = table = new(kind);
        }

        return table;
    }

    /// <summary>Whether an end of a link that should be a row feeds none.</summary>
    internal bool IsPending(SalesforceId org, LinkKey key)
    {
        bool Feeds(RecordKind kind, SalesforceId id) => Table(kind).Owner(new SourceKey(org, id)) is not null;
        return !Feeds(RecordKind.Contact, key.To) || key.Kind switch
        {
            LinkKind.OpportunityContact => !Feeds(RecordKind.Opportunity, key.From),
            LinkKind.TaskContact => !Feeds(RecordKind.Task, key.From),
            _ => false,
        };
    }

    internal InMemoryRow NewRow(InMemoryTable table, string? createdByRun) => Row(table, ++_lastRowId, createdByRun);

    internal InMemoryRow Row(InMemoryTable table, long id, string? createdByRun)
    {
        // A row that comes back under its id must not meet a new one there.
        _lastRowId = Math.Max(_lastRowId, id);
        return new(id, createdByRun, table) { Version = NextVersion() };
    }

    internal long NextVersion() => ++_lastVersion;

    /// <summary>Runs one call of a store or journal, alone. What it throws comes with the task.</summary>
    internal Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            lock (_gate)
            {
                return Task.FromResult(work());
            }
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }

    internal void ReleaseLeasesOf(object owner)
    {
        lock (_gate)
        {
            Runs.ReleaseAllOf(owner);
        }
    }
}
