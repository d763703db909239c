using System.Globalization;
using SalesforceImport.Stores;

namespace SalesforceImport.Budgeting;

/// <summary>What a refused call says: what stood in the way, both numbers, and when it can go on.</summary>
internal static class CallRefusals
{
    public static CallRefusedException Ceiling(long ceiling) => new(
        CallRefusal.Ceiling,
        Text($"The run has made all {ceiling:N0} calls of its ceiling. Resume it: it goes on where it stopped, with a new ceiling for what is left."),
        allowedAt: null);

    public static CallRefusedException DailyCap(long? cap, ChargeResult result) => new(
        CallRefusal.DailyCap,
        result.AllowedAt is { } allowedAt
            ? Text($"{result.Used:N0} calls of our own were made in the last 24 hours, and DailyCallCap allows {cap:N0}. The next call is allowed at {allowedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC; raise DailyCallCap to go on earlier.")
            : Text($"{result.Used:N0} calls of our own were made in the last 24 hours, and DailyCallCap allows {cap:N0}. Raise DailyCallCap to go on."),
        result.AllowedAt);

    public static CallRefusedException OrgLimit(OrgUsage usage, int uncounted, ApiReserve reserve) => new(
        CallRefusal.OrgLimit,
        Text($"The org has {usage.Remaining:N0} of its {usage.Limit:N0} API calls left, {uncounted:N0} of them under way already, and {reserve.CallsOf(usage.Limit):N0} are reserved for other integrations. Calls come free as those of the last 24 hours grow old; when is known by looking again, which takes one call."),
        allowedAt: null);

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
