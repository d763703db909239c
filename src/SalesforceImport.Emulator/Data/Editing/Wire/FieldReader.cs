using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>Reads the fields of records that come through the API, with what the API allows in them.</summary>
internal sealed class FieldReader(OrgSnapshot snapshot, ObjectDefinition definition)
{
    private SchemaView Schema => snapshot.Schema;

    /// <summary>Reads the fields of a record for a create or an update.</summary>
    /// <param name="record">The record.</param>
    /// <param name="need">What a field must be: createable or updateable.</param>
    /// <exception cref="WriteException">A field is unknown or cannot be written, or a value is of the wrong type.</exception>
    public Dictionary<string, object?> Read(WireRecord record, FieldFlag need)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        var refused = new List<string>();
        foreach (var (name, value) in record.Values)
        {
            var (field, typed) = ReadOne(name, value);
            if (field.Has(need) && !snapshot.Tables[definition].Columns.IsReadOnly(field))
            {
                fields[field.Name] = typed;
            }
            else
            {
                refused.Add(field.Name);
            }
        }

        return refused.Count == 0 ? fields : throw WriteErrors.NotWritable(refused);
    }

    private (FieldDefinition Field, object? Typed) ReadOne(string name, object? value)
    {
        if (value is ForeignKey key)
        {
            var reference = Schema.FindRelationship(definition, name) ?? throw WriteErrors.NoSuchColumn(definition, name);
            return (reference, Resolve(reference, key));
        }

        var field = Schema.Find(definition, name) ?? throw WriteErrors.NoSuchColumn(definition, name);
        return field == definition.Id ? throw WriteErrors.NotInBody(field.Name) : (field, WireValues.Read(field, value));
    }

    private string? Resolve(FieldDefinition reference, ForeignKey key)
    {
        var target = reference.ReferenceTo.Where(name => key.Type is null || string.Equals(name, key.Type, StringComparison.OrdinalIgnoreCase))
            .Select(Schema.FindObject).OfType<ObjectDefinition>().FirstOrDefault(candidate => Schema.Find(candidate, key.Field) is not null);
        if (target is null || Schema.Find(target, key.Field) is not { } field || !KeyFinder.IsKey(field))
        {
            throw new WriteException("INVALID_FIELD", $"Field name provided, {key.Field} is not an External ID or indexed field for {key.Type ?? reference.ReferenceTo[0]}");
        }

        if (key.Value is null)
        {
            return null;
        }

        var table = snapshot.Tables[target];
        return KeyFinder.Find(snapshot, table, field, key.Value) switch
        {
            [var row] => table.Ids.At(row).ToString(),
            [] => throw new WriteException("INVALID_FIELD", $"Foreign key external ID: {key.Value} not found for field {field.Name} in entity {target.Name}"),
            _ => throw new WriteException("DUPLICATE_EXTERNAL_ID", $"Foreign key external ID: {key.Value} matches more than one record of {target.Name} in field {field.Name}"),
        };
    }
}
