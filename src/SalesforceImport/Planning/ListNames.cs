using System.Globalization;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>The name a list gets unless the host gives it one.</summary>
internal static class ListNames
{
    /// <param name="selector">What is imported.</param>
    /// <param name="campaigns">The names of the campaigns among it.</param>
    /// <param name="now">When it is imported.</param>
    public static string For(RecordSelector selector, IReadOnlyList<string> campaigns, DateTimeOffset now)
    {
        string what = selector is CampaignMembersSelector && campaigns.Count == 1 ? $"campaign {campaigns[0]}" : selector.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"Salesforce {what}, {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
    }
}
