namespace SalesforceImport.Stores;

/// <summary>A row: values by column, sources by key.</summary>
internal sealed class InMemoryRow(long id, string? createdByRun, InMemoryTable table)
{
    private FieldValue[] _values = new FieldValue[table.Columns.Count];

    public long Id { get; } = id;

    public string? CreatedByRun { get; } = createdByRun;

    public long Version { get; set; }

    public bool WrittenByHost { get; set; }

    public SourceKey? Leader { get; set; }

    public Dictionary<SourceKey, InMemorySource> Sources { get; } = [];

    public FieldValue this[int column] => column < _values.Length ? _values[column] : FieldValue.Null;

    public void SetValue(int column, FieldValue value)
    {
        if (column >= _values.Length)
        {
            Array.Resize(ref _values, column + 1);
        }

        _values[column] = InMemorySource.Own(value);
    }
}
