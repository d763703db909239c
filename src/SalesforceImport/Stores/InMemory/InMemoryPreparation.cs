namespace SalesforceImport.Stores;

/// <summary>Brings a database's columns up to the schemas asked for.</summary>
internal static class InMemoryPreparation
{
    public static Dictionary<RecordKind, InMemorySchema> Prepare(InMemoryDatabase database, IReadOnlyList<StoreSchema> schemas)
    {
        // All is checked before anything is added: a refused schema leaves no columns behind.
        Check(database, schemas);
        var prepared = new Dictionary<RecordKind, InMemorySchema>();
        foreach (var schema in schemas)
        {
            var table = database.Table(schema.Kind);
            foreach (var property in schema.Properties.Where(property => table.ColumnIndex(property.Name) < 0))
            {
                table.AddColumn(property);
            }

            prepared[schema.Kind] = new(table, schema);
        }

        return prepared;
    }

    /// <exception cref="SalesforceImportException">A property exists with another type.</exception>
    public static void Check(InMemoryDatabase database, IReadOnlyList<StoreSchema> schemas)
    {
        foreach (var schema in schemas)
        {
            var table = database.Table(schema.Kind);
            foreach (var property in schema.Properties)
            {
                if (table.ColumnIndex(property.Name) is >= 0 and var column && table.Columns[column].Type != property.Type)
                {
                    throw new SalesforceImportException(
                        $"Property '{property.Name}' of {schema.Kind} is mapped as {property.Type}, but the store holds it as "
                        + $"{table.Columns[column].Type}. Map it under another name, or with the type it has.");
                }
            }
        }
    }
}
