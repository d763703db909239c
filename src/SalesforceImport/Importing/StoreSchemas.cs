using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The store's view of a plan.</summary>
internal static class StoreSchemas
{
    /// <summary>What is known of it before the org has described its fields: the properties whose type is given.</summary>
    public static StoreSchema Foreseen(SalesforceImportOptions options) => new(
        RecordKind.Contact,
        [
            .. options.LeadFields.Mappings.Concat(options.ContactFields.Mappings)
                .Where(mapping => mapping.Type is not null)
                .DistinctBy(mapping => mapping.Property, StringComparer.OrdinalIgnoreCase)
                .Select(mapping => new StoreProperty(mapping.Property, mapping.Type!.Value)),
        ]);

    /// <summary>What a plan puts into the store.</summary>
    public static IReadOnlyList<StoreSchema> Of(ImportPlan plan) =>
        [.. plan.Kinds.Select(kind => new KindSchema(kind.Kind, kind.Properties).Store)];
}
