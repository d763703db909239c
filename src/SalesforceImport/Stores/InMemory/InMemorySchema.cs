namespace SalesforceImport.Stores;

/// <summary>The order in which one instance reads and writes the values of a kind.</summary>
internal sealed class InMemorySchema
{
    public InMemorySchema(InMemoryTable table, StoreSchema schema)
    {
        Table = table;
        Columns = [.. schema.Properties.Select(property => table.ColumnIndex(property.Name))];
        EmailColumn = schema.IndexOf("Email") is >= 0 and var index && schema.Properties[index].Type == PropertyType.Text
            ? Columns[index]
            : null;
    }

    public InMemoryTable Table { get; }

    /// <summary>The column of each property.</summary>
    public int[] Columns { get; }

    public int? EmailColumn { get; }

    public StoredRow Read(InMemoryRow row, string run, InMemoryRuns runs, bool withRuns) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Values = [.. Columns.Select(column => row[column])],
        Leader = row.Leader,
        Sources = [.. row.Sources.Values.Select(source => source.Read(this))],
        CreatedByRun = row.CreatedByRun,
        WrittenByHost = row.WrittenByHost,
        ChangedByRuns = withRuns ? [.. runs.ChangersOf(Table.Kind, row.Id)] : [],
        ChangesOfRun = ChangesOf(runs.Find(run)?.HistoryOf(Table.Kind, row.Id)),
    };

    public HistoryChange ToHistory(PropertyChange change) => new(
        Table.Columns[Columns[change.Property]].Name, InMemorySource.Own(change.Before), InMemorySource.Own(change.After));

    private IReadOnlyList<PropertyChange> ChangesOf(HistoryEntry? entry) => entry is null
        ? []
        : [.. from change in entry.Changes
              let position = Array.IndexOf(Columns, Table.ColumnIndex(change.Property))
              where position >= 0
              select new PropertyChange(position, change.Before, change.After)];
}
