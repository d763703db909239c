namespace SalesforceImport.Emulator;

/// <summary>What a lead was converted to.</summary>
/// <param name="AccountId">The account's id.</param>
/// <param name="ContactId">The contact's id.</param>
/// <param name="OpportunityId">The opportunity's id; null where none was made.</param>
public sealed record LeadConversion(string AccountId, string ContactId, string? OpportunityId = null);
