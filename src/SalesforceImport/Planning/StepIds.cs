namespace SalesforceImport.Planning;

/// <summary>The ids that a step goes by.</summary>
/// <param name="Of">Where they come from.</param>
/// <param name="Field">The field that they are compared with, such as <c>ContactId</c>.</param>
/// <param name="Count">How many there are: as many as the store holds now, and as many more as the steps before may bring.</param>
/// <param name="PerCall">How many of them one request names.</param>
public sealed record StepIds(IdsOf Of, string Field, long Count, int PerCall);
