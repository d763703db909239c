namespace SalesforceImport.Matching;

/// <summary>How records are joined into rows.</summary>
/// <param name="ByEmail">Whether records with the same e-mail are one contact.</param>
/// <param name="AcrossOrgs">Whether that also joins records of different orgs.</param>
/// <param name="IncludeConvertedLeads">Whether converted leads feed values like any other.</param>
public sealed record MatchingRules(bool ByEmail, bool AcrossOrgs, bool IncludeConvertedLeads);
