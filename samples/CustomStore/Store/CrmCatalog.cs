using Microsoft.EntityFrameworkCore;
using SalesforceImport.Samples.CustomStore.Crm;
using SalesforceImport.Samples.CustomStore.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Samples.CustomStore.Store;

/// <summary>The catalog of properties as the database has it, and what a mapping adds to it.</summary>
internal static class CrmCatalog
{
    public static async Task<PropertyCatalog> LoadCatalogAsync(this CrmContext context, RecordKind kind, CancellationToken cancellationToken) =>
        new(kind, await context.ImportProperties.AsNoTracking().Where(property => property.Kind == kind).ToListAsync(cancellationToken));

    /// <summary>The schemas as they are kept; properties that are new are added with the next save.</summary>
    /// <exception cref="SalesforceImportException">A property is there with another type.</exception>
    public static async Task<List<KindSchema>> ExtendCatalogAsync(this CrmContext context, IEnumerable<StoreSchema> schemas, CancellationToken cancellationToken)
    {
        var prepared = new List<KindSchema>();
        foreach (var schema in schemas)
        {
            var catalog = await context.LoadCatalogAsync(schema.Kind, cancellationToken);
            context.ImportProperties.AddRange(catalog.Add(schema));
            prepared.Add(new(schema, catalog));
        }

        return prepared;
    }
}
