namespace SalesforceImport.Mapping;

/// <summary>A property of the host's rows and who decides its value.</summary>
/// <param name="Name">Its name, in Pascal case.</param>
/// <param name="Type">Its type.</param>
/// <param name="Rule">Who wins when both sides have a value.</param>
/// <param name="IsOptOut">Whether it only ever tightens.</param>
public sealed record MappedProperty(string Name, PropertyType Type, SyncRule Rule, bool IsOptOut);
