namespace SalesforceImport.Emulator.Data;

/// <summary>What a campaign shows of its members and opportunities.</summary>
/// <param name="Leads">The members that are or were leads.</param>
/// <param name="ConvertedLeads">Those of them that are contacts by now.</param>
/// <param name="Contacts">The members that were contacts from the start.</param>
/// <param name="Responses">The members that have responded.</param>
/// <param name="Opportunities">The opportunities that came of it.</param>
/// <param name="WonOpportunities">Those of them that were won.</param>
/// <param name="Amount">What the opportunities are worth.</param>
/// <param name="WonAmount">What those that were won are worth.</param>
internal sealed record CampaignTally(
    long Leads, long ConvertedLeads, long Contacts, long Responses, long Opportunities, long WonOpportunities, decimal Amount, decimal WonAmount);
