namespace SalesforceImport;

/// <summary>One field of an sObject, as describe reports it.</summary>
/// <param name="Name">The API name, such as <c>FirstName</c> or <c>Region__c</c>.</param>
/// <param name="Type">Describe's type, in lower case: <c>string</c>, <c>picklist</c>, <c>datetime</c>, ….</param>
/// <param name="Length">The most characters the field holds; 0 where that has no meaning.</param>
/// <param name="Filterable">Whether it may stand in a WHERE clause.</param>
/// <param name="Calculated">Whether it is a formula, whose changes do not move <c>SystemModstamp</c>.</param>
/// <param name="RelationshipName">For a reference, the name that leads to the parent, such as <c>Account</c>.</param>
/// <param name="ReferenceTo">For a reference, the objects it may point to.</param>
internal sealed record SObjectField(
    string Name,
    string Type,
    int Length,
    bool Filterable,
    bool Calculated,
    string? RelationshipName,
    IReadOnlyList<string> ReferenceTo);
