using System.Collections.Frozen;
using System.Text.Json;

namespace SalesforceImport.Emulator.Schema;

/// <summary>The objects that every org has, read once from the assembly's resources.</summary>
internal static class SchemaCatalog
{
    private const string ResourcePrefix = "SalesforceImport.Emulator.Schema.Objects.";

    private static readonly JsonSerializerOptions ResourceOptions = new(JsonSerializerDefaults.Web);

    static SchemaCatalog()
    {
        Objects = Load();
        ByName = Objects.ToFrozenDictionary(o => o.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The objects in alphabetical order; <see cref="ObjectDefinition.Index"/> is the place in this list.</summary>
    public static IReadOnlyList<ObjectDefinition> Objects { get; }

    private static FrozenDictionary<string, ObjectDefinition> ByName { get; }

    /// <summary>Finds an object that must be there.</summary>
    public static ObjectDefinition Get(string name) => ByName[name];

    private static List<ObjectDefinition> Load()
    {
        var assembly = typeof(SchemaCatalog).Assembly;
        var objects = new List<ObjectDefinition>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var resource = JsonSerializer.Deserialize<ObjectResource>(stream, ResourceOptions)!;
            objects.Add(new ObjectDefinition(resource, objects.Count));
        }

        return objects;
    }
}
