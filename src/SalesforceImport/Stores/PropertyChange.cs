namespace SalesforceImport.Stores;

/// <summary>One property of one row, before and after.</summary>
/// <param name="Property">The property's position in the schema.</param>
/// <param name="Before">The value before.</param>
/// <param name="After">The value after.</param>
public readonly record struct PropertyChange(int Property, FieldValue Before, FieldValue After);
