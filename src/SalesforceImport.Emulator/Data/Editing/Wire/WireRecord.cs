namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>A record as a caller of the API sends it.</summary>
/// <param name="Type">The object that it names in its attributes; null for none.</param>
/// <param name="Values">Its fields: string, bool, decimal, null, <see cref="ForeignKey"/>, or a list or object that no field takes.</param>
internal sealed record WireRecord(string? Type, IReadOnlyList<KeyValuePair<string, object?>> Values)
{
    /// <summary>What the record says of one field, named in any casing; null where it says nothing.</summary>
    public object? Find(string name) => Values.LastOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public WireRecord Without(string name) =>
        this with { Values = [.. Values.Where(pair => !string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase))] };

    public WireRecord With(string name, object? value) => this with { Values = [.. Values, KeyValuePair.Create(name, value)] };
}
