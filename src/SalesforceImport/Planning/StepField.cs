namespace SalesforceImport.Planning;

/// <summary>A field that a step reads.</summary>
/// <param name="Path">The field, such as <c>Email</c> or <c>Account.Name</c>.</param>
/// <param name="Type">The type its values are read as.</param>
/// <param name="Properties">The properties it fills; none for a field the library reads for itself.</param>
/// <param name="MaxLength">The most characters that all of them take; null for any number.</param>
public sealed record StepField(string Path, PropertyType Type, IReadOnlyList<string> Properties, int? MaxLength = null);
