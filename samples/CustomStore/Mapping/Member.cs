using SalesforceImport.Samples.CustomStore.Crm;

namespace SalesforceImport.Samples.CustomStore.Mapping;

/// <summary>A member of an entity that an imported property fills.</summary>
/// <param name="Property">The property's name, as fields are mapped to it.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Get">Reads the member.</param>
/// <param name="Set">Writes the member.</param>
internal sealed record Member(string Property, PropertyType Type, Func<ImportedEntity, FieldValue> Get, Action<ImportedEntity, FieldValue> Set);
