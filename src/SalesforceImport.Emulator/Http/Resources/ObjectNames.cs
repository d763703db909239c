using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources;

/// <summary>Finds the object that a path names.</summary>
internal static class ObjectNames
{
    public static ObjectDefinition Find(Exchange exchange, string name) =>
        exchange.Services.Org.Snapshot.Schema.FindObject(name) ?? throw ApiException.NotFound();
}
