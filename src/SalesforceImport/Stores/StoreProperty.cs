namespace SalesforceImport.Stores;

/// <summary>One imported property of a kind: what the store keeps a typed column, or its like, for.</summary>
/// <param name="Name">The property's name in Pascal case, such as <c>FirstName</c>; stores may translate it (<c>first_name</c>).</param>
/// <param name="Type">Its type.</param>
public sealed record StoreProperty(string Name, PropertyType Type);
