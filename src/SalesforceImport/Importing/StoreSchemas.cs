using SalesforceImport.Mapping;
using SalesforceImport.Planning;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The store's view of a plan.</summary>
internal static class StoreSchemas
{
    /// <summary>
    /// What is known of it before the org has described its fields: the properties whose type is given, of the kinds that the
    /// host has switched on.
    /// </summary>
    public static IReadOnlyList<StoreSchema> Foreseen(SalesforceImportOptions options)
    {
        var kinds = new List<RecordKind> { RecordKind.Contact };
        kinds.AddRange(options.AccountSync ? [RecordKind.Account] : []);
        kinds.AddRange(options.OpportunitySync ? [RecordKind.Opportunity] : []);
        kinds.AddRange(options.TaskSync ? [RecordKind.Task] : []);
        return [.. kinds.Select(kind => Foreseen(kind, options.MapsOf(kind)))];
    }

    /// <summary>What a plan puts into the store.</summary>
    public static IReadOnlyList<StoreSchema> Of(ImportPlan plan) => Of(plan.Kinds);

    /// <summary>What these kinds put into the store.</summary>
    public static IReadOnlyList<StoreSchema> Of(IEnumerable<PlannedKind> kinds) =>
        [.. kinds.Select(kind => new KindSchema(kind.Kind, kind.Properties).Store)];

    private static StoreSchema Foreseen(RecordKind kind, IReadOnlyList<FieldMap> maps) => new(
        kind,
        [
            .. maps.SelectMany(map => map.Effective)
                .Where(mapping => mapping.Type is not null)
                .DistinctBy(mapping => mapping.Property, StringComparer.OrdinalIgnoreCase)
                .Select(mapping => new StoreProperty(mapping.Property, mapping.Type!.Value)),
        ]);
}
