namespace SalesforceImport.Mapping;

/// <summary>One field and the property it fills.</summary>
/// <param name="Field">The field, such as <c>Email</c> or <c>Account.Name</c>.</param>
/// <param name="Property">The property, in Pascal case; stores may translate it.</param>
/// <param name="Rule">Who wins when both sides have a value.</param>
/// <param name="IsOptOut">Whether it is a boolean that only ever tightens.</param>
/// <param name="Type">The property's type; null takes the field's, as the org describes it.</param>
/// <param name="MaxLength">The most characters that the property takes; null for any number. A record with more fails.</param>
public sealed record FieldMapping(string Field, string Property, SyncRule Rule, bool IsOptOut, PropertyType? Type = null, int? MaxLength = null);
