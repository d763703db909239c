namespace SalesforceImport.Emulator.Data.Editing.Wire;

/// <summary>A reference by a field of the other record instead of its id, such as <c>"Account": {"Number__c": "7"}</c>.</summary>
/// <param name="Type">The other record's object, where the caller names it.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value.</param>
internal sealed record ForeignKey(string? Type, string Field, object? Value);
