using System.Collections.Concurrent;
using System.Text.Json;

namespace SalesforceImport.Emulator.Schema;

/// <summary>The objects that orgs have from the start, read once from the assembly's resources.</summary>
internal static class SchemaCatalog
{
    private const string ResourcePrefix = "SalesforceImport.Emulator.Schema.Objects.";

    private static readonly JsonSerializerOptions ResourceOptions = new(JsonSerializerDefaults.Web);
    private static readonly ConcurrentDictionary<OrgFeatures, IReadOnlyList<ObjectDefinition>> Made = new();
    private static readonly List<ObjectResource> Resources = Load();

    /// <summary>The objects of an org with certain features, in alphabetical order, as <see cref="ObjectDefinition.Index"/> counts them.</summary>
    public static IReadOnlyList<ObjectDefinition> For(OrgFeatures features) => Made.GetOrAdd(features, Make);

    private static List<ObjectDefinition> Make(OrgFeatures features)
    {
        var objects = Resources.Where(resource => Has(features, resource.Feature))
            .Select(resource => resource with { Fields = [.. resource.Fields.Where(field => Has(features, field.Feature))] }).ToList();
        bool Exists(ChildRelationship child) => objects.Exists(resource => resource.Name == child.Object && resource.Fields.Any(field => field.Name == child.Field));
        return [.. objects.Select((resource, i) => new ObjectDefinition(resource with { Children = [.. resource.Children.Where(Exists)] }, i))];
    }

    private static bool Has(OrgFeatures features, string? feature) => feature is null || features.HasFlag(Enum.Parse<OrgFeatures>(feature));

    private static List<ObjectResource> Load()
    {
        var assembly = typeof(SchemaCatalog).Assembly;
        var resources = new List<ObjectResource>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            resources.Add(JsonSerializer.Deserialize<ObjectResource>(stream, ResourceOptions)!);
        }

        return resources;
    }
}
