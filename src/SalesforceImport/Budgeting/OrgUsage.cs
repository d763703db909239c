namespace SalesforceImport.Budgeting;

/// <summary>
/// What the org says of its API requests in the rolling 24 hours, from <c>Sforce-Limit-Info</c> or <c>/limits</c>.
/// </summary>
/// <param name="Used">Requests counted, by every integration together.</param>
/// <param name="Limit">Requests allowed.</param>
/// <seealso href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm">Limit Info header</seealso>
public sealed record OrgUsage(long Used, long Limit)
{
    /// <summary>Requests left; never below zero.</summary>
    public long Remaining => Math.Max(0, Limit - Used);
}
