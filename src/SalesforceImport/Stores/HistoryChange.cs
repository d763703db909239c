namespace SalesforceImport.Stores;

/// <summary>One property in history.</summary>
/// <param name="Property">The property's name, as in the schema of then.</param>
/// <param name="Before">The value before the run.</param>
/// <param name="After">The value the run left; null for a removed row.</param>
public readonly record struct HistoryChange(string Property, FieldValue Before, FieldValue After);
