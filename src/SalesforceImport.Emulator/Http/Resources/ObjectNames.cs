using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Finds the object that a path names.</summary>
internal static class ObjectNames
{
    public static ObjectDefinition Find(string name) => SchemaCatalog.Find(name) ?? throw ApiException.NotFound();
}
