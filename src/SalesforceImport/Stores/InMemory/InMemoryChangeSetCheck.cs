namespace SalesforceImport.Stores;

/// <summary>What a database's types and unique keys would refuse: faults of the caller, found before anything is changed.</summary>
internal sealed class InMemoryChangeSetCheck(InMemorySchema schema, ChangeSet set)
{
    private readonly InMemoryTable _table = schema.Table;
    private readonly HashSet<long> _changed = [];
    private readonly HashSet<SourceKey> _dropped = [];
    private readonly HashSet<SourceKey> _put = [];

    public void Check()
    {
        foreach (var change in set.Changes)
        {
            CheckChange(change);
        }

        foreach (var change in set.Changes)
        {
            CheckOwners(change);
        }

        foreach (var orphan in set.PutOrphans)
        {
            CheckSource(orphan, row: null);
        }
    }

    private void CheckChange(RowChange change)
    {
        switch (change)
        {
            case CreateRow create:
                CheckValues(create.Values);
                return;
            case RestoreRow restore:
                CheckOnce(restore.Id);
                CheckValues(restore.Values);
                return;
            case UpdateRow update:
                CheckOnce(update.Id);
                _dropped.UnionWith(update.DroppedSources);
                foreach (var property in update.Properties)
                {
                    CheckValue(property.Property, property.After);
                }

                return;
            case RemoveRow remove:
                CheckOnce(remove.Id);
                _dropped.UnionWith(_table.Find(remove.Id)!.Sources.Keys);
                return;
        }
    }

    private void CheckOwners(RowChange change)
    {
        if (change is CreateRow create)
        {
            CheckSource(create.Leader, row: null);
            CheckSources(create.OtherSources, row: null);
        }
        else if (change is RestoreRow restore)
        {
            CheckSources(restore.Leader is { } leader ? [leader, .. restore.OtherSources] : restore.OtherSources, row: null);
        }
        else if (change is UpdateRow update)
        {
            var row = _table.Find(update.Id);
            CheckSources(update.Leader is { } led ? [led, .. update.PutSources] : update.PutSources, row);
        }
    }

    private void CheckSources(IEnumerable<StoredSource> sources, InMemoryRow? row)
    {
        foreach (var source in sources)
        {
            CheckSource(source, row);
        }
    }

    private void CheckSource(StoredSource source, InMemoryRow? row)
    {
        var owner = _table.Owner(source.Key);
        if (!_put.Add(source.Key) || (owner is not null && owner != row && !_dropped.Contains(source.Key)))
        {
            throw new InvalidOperationException(
                $"Record {source.Key.Id} of org {source.Key.Org} would belong to two {_table.Kind} rows. Drop it from the one first.");
        }

        if (source.Values is { } values)
        {
            CheckValues(values);
        }
    }

    private void CheckOnce(long row)
    {
        if (!_changed.Add(row))
        {
            throw new InvalidOperationException($"{_table.Kind} row {row} is changed twice in change set {set.Sequence} of run '{set.Run}'.");
        }
    }

    private void CheckValues(IReadOnlyList<FieldValue> values)
    {
        if (values.Count != schema.Columns.Length)
        {
            throw new InvalidOperationException($"{_table.Kind} has {schema.Columns.Length} properties; {values.Count} values were given.");
        }

        for (int i = 0; i < values.Count; i++)
        {
            CheckValue(i, values[i]);
        }
    }

    private void CheckValue(int property, FieldValue value)
    {
        var column = _table.Columns[schema.Columns[property]];
        if (!value.IsNull && value.Type != column.Type)
        {
            throw new InvalidOperationException($"Property '{column.Name}' of {_table.Kind} is {column.Type}; the value is {value.Type}.");
        }
    }
}
