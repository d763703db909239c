using SalesforceImport.Emulator.Data.Editing.Wire;
using SalesforceImport.Emulator.Schema;

namespace SalesforceImport.Emulator.Http.Resources.Writing;

/// <summary>Finds the field that a path names to identify records by.</summary>
internal static class KeyNames
{
    public static FieldDefinition Find(Exchange exchange, ObjectDefinition definition, string name) =>
        exchange.Services.Org.Snapshot.Schema.Find(definition, name) is { } field && KeyFinder.IsKey(field)
            ? field
            : throw new ApiException(404, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {name}");
}
