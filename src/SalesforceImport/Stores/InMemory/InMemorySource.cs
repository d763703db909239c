namespace SalesforceImport.Stores;

/// <summary>A source as it is kept: its values by column, so that they outlive a change of the schema's order.</summary>
internal sealed class InMemorySource
{
    private readonly StoredSource _source;
    private readonly FieldValue[]? _values;

    public InMemorySource(StoredSource source, InMemorySchema schema)
    {
        _source = source;
        if (source.Values is { } values)
        {
            _values = new FieldValue[schema.Table.Columns.Count];
            for (int i = 0; i < values.Count; i++)
            {
                _values[schema.Columns[i]] = Own(values[i]);
            }
        }
    }

    public SourceKey Key => _source.Key;

    public string Object => _source.Object;

    public string? Email => _source.Email;

    public bool Contributes => _source.Contributes;

    public SourceKey? Link => _source.LinkedTo is { } id ? new(Key.Org, id) : null;

    /// <summary>Its own value in a column; null where its values are the row's.</summary>
    public FieldValue? this[int column] => _values is null ? null : column < _values.Length ? _values[column] : FieldValue.Null;

    /// <summary>Text leaves the buffer of its batch, which would be kept alive by it.</summary>
    public static FieldValue Own(FieldValue value) => value.TryGetUtf8(out _) ? FieldValue.FromText(value.AsText()) : value;

    public StoredSource Read(InMemorySchema schema) => new()
    {
        Key = Key,
        Object = Object,
        CreatedDate = _source.CreatedDate,
        Email = Email,
        LinkedTo = _source.LinkedTo,
        Contributes = Contributes,
        Values = _values is { } values
            ? [.. schema.Columns.Select(column => column < values.Length ? values[column] : FieldValue.Null)]
            : null,
    };
}
