using SalesforceImport.Mapping;
using SalesforceImport.Stores;

namespace SalesforceImport.Importing;

/// <summary>The store's view of a plan.</summary>
internal static class StoreSchemas
{
    public static IReadOnlyList<StoreSchema> Of(ImportPlan plan) =>
        [.. plan.Kinds.Select(kind => new KindSchema(kind.Kind, kind.Properties).Store)];
}
