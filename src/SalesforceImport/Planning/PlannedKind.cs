using SalesforceImport.Mapping;

namespace SalesforceImport.Planning;

/// <summary>The properties of one kind of row, in the order of every array of values.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Properties">Its properties.</param>
public sealed record PlannedKind(RecordKind Kind, IReadOnlyList<MappedProperty> Properties);
