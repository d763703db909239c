namespace SalesforceImport.Selectors;

/// <summary>One object that a selector reads.</summary>
/// <param name="SObject">Its API name.</param>
/// <param name="Where">Which of its records; null for all.</param>
internal sealed record SelectedObject(string SObject, RecordCondition? Where);
