namespace SalesforceImport.Salesforce;

/// <summary>One column of a query.</summary>
/// <param name="Path">The field, through parents where need be: <c>Id</c>, <c>Email</c>, <c>Account.Name</c>.</param>
/// <param name="Type">The type its values are read as.</param>
internal sealed record QueryColumn(string Path, PropertyType Type);
