using System.Globalization;
using SalesforceImport.Selectors;

namespace SalesforceImport.Planning;

/// <summary>The name a list gets unless the host gives it one.</summary>
internal static class ListNames
{
    public static string For(RecordSelector selector, DateTimeOffset now)
    {
        string what = selector.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"Salesforce {what}, {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
    }
}
