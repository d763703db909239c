using System.Collections.Frozen;
using System.Text.Json;

namespace SalesforceImport.Emulator.Schema;

/// <summary>Every object that the emulator knows, read once from the assembly's resources.</summary>
internal static class SchemaCatalog
{
    private const string ResourcePrefix = "SalesforceImport.Emulator.Schema.Objects.";

    private static readonly JsonSerializerOptions ResourceOptions = new(JsonSerializerDefaults.Web);

    static SchemaCatalog()
    {
        Objects = Load();
        ByName = Objects.ToFrozenDictionary(o => o.Name, StringComparer.OrdinalIgnoreCase);
        ByPrefix = Objects.ToFrozenDictionary(o => o.KeyPrefix, StringComparer.Ordinal);
    }

    /// <summary>The objects in alphabetical order; <see cref="ObjectDefinition.Index"/> is the place in this list.</summary>
    public static IReadOnlyList<ObjectDefinition> Objects { get; }

    private static FrozenDictionary<string, ObjectDefinition> ByName { get; }

    private static FrozenDictionary<string, ObjectDefinition> ByPrefix { get; }

    /// <summary>Finds an object by name in any casing; null where there is none.</summary>
    public static ObjectDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Finds an object that must be there.</summary>
    public static ObjectDefinition Get(string name) => ByName[name];

    /// <summary>Finds an object by the first three characters of its ids; null where there is none.</summary>
    public static ObjectDefinition? FindByPrefix(string prefix) => ByPrefix.GetValueOrDefault(prefix);

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
