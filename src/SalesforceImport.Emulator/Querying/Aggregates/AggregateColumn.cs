namespace SalesforceImport.Emulator.Querying.Aggregates;

/// <summary>A column of a grouped query.</summary>
/// <param name="Name">Its name in the answer.</param>
/// <param name="Function">The aggregate; null for a field that is grouped by.</param>
/// <param name="Path">The field; null for COUNT().</param>
/// <param name="Group">Which of the grouped fields it is; −1 for an aggregate.</param>
internal sealed record AggregateColumn(string Name, string? Function, BoundPath? Path, int Group);
