using System.Globalization;

namespace SalesforceImport.Budgeting;

/// <summary>The sentences that go with a verdict.</summary>
internal static class BudgetAdvice
{
    public static IReadOnlyList<string> For(ApiBudgetVerdict verdict)
    {
        var advice = new List<string>();
        AddUnknown(verdict, advice);
        if (verdict.Fits)
        {
            return advice;
        }

        AddCap(verdict, advice);
        AddOrg(verdict, advice);
        AddCeiling(verdict, advice);
        if (verdict.Available is not null)
        {
            AddNarrower(verdict, advice);
            AddDays(verdict, advice);
        }

        return advice;
    }

    private static void AddUnknown(ApiBudgetVerdict verdict, List<string> advice)
    {
        if (verdict.OrgUsage is not null)
        {
            return;
        }

        advice.Add(verdict.DailyCallCap is { } cap
            ? Text($"The org did not say how many API calls it has left, so this was judged by DailyCallCap ({cap:N0}) alone; give the user the permission 'View Setup and Configuration' to have the org's limit judged too.")
            : Text($"The org did not say how many API calls it has left and no DailyCallCap is set, so nothing says whether {verdict.Ceiling:N0} calls may be spent; set DailyCallCap to at least {AtLeast(verdict.OwnCalls, NextTry(verdict)):N0}, or give the user the permission 'View Setup and Configuration'."));
    }

    private static void AddCap(ApiBudgetVerdict verdict, List<string> advice)
    {
        long needed = AtLeast(verdict.OwnCalls, NextTry(verdict));
        if (verdict.DailyCallCap is { } cap && needed > cap)
        {
            advice.Add(Text($"Raise DailyCallCap from {cap:N0} to at least {needed:N0}: {Needs(verdict)}, and {verdict.OwnCalls:N0} of our own were made in the last 24 hours."));
        }
    }

    private static void AddOrg(ApiBudgetVerdict verdict, List<string> advice)
    {
        if (verdict.OrgUsage is not { } usage || usage.Remaining - verdict.Reserve.CallsOf(usage.Limit) >= NextTry(verdict))
        {
            return;
        }

        long reserved = verdict.Reserve.CallsOf(usage.Limit);
        if (reserved > 0 && usage.Remaining >= NextTry(verdict))
        {
            advice.Add(Text($"Lower Reserve from {Named(verdict.Reserve, reserved)} to at most {usage.Remaining - NextTry(verdict):N0} calls: the org has {usage.Remaining:N0} of its {usage.Limit:N0} calls left, and {Needs(verdict)}."));
        }

        advice.Add(NeededLimit(verdict, usage) is { } needed
            ? Text($"Ask Salesforce for a temporary increase of the org's daily API limit, from {usage.Limit:N0} to at least {needed:N0} calls: {usage.Used:N0} were used in the last 24 hours and {reserved:N0} are reserved for other integrations.")
            : Text($"Reserve ({verdict.Reserve}) leaves this import no calls, whatever the org's limit is; lower it."));
    }

    private static void AddCeiling(ApiBudgetVerdict verdict, List<string> advice)
    {
        long ceiling = (verdict.Available ?? 0) - verdict.PlanningCalls;
        if (ceiling > 0 && ceiling >= verdict.ExpectedCalls)
        {
            advice.Add(Text($"The {verdict.ExpectedCalls:N0} calls expected would fit; only the ceiling of {verdict.Ceiling:N0} does not. With a CallCeiling of at most {ceiling:N0} it fits{(verdict.PlanningCalls > 0 ? Text($", the {verdict.PlanningCalls:N0} calls for planning it again counted in") : string.Empty)}."));
        }
    }

    private static void AddNarrower(ApiBudgetVerdict verdict, List<string> advice) =>
        advice.Add(Text($"Narrow the selector: the {verdict.Records:N0} records selected may need {verdict.Ceiling:N0} calls, and {verdict.Available:N0} may be spent now."));

    private static void AddDays(ApiBudgetVerdict verdict, List<string> advice) =>
        advice.Add(verdict.Days is { } days
            ? Text($"Or let it take {days:N0} days with SpreadOverDays: the run pauses when the budget is used up and can be resumed where it stopped.")
            : "Waiting does not help: with this cap, this reserve and what other integrations use, no calls come free for this import on any day.");

    private static long? NeededLimit(ApiBudgetVerdict verdict, OrgUsage usage)
    {
        decimal spent = (decimal)usage.Used + NextTry(verdict);
        decimal needed = verdict.Reserve switch
        {
            { IsPerCent: false } => spent + verdict.Reserve.Amount,
            { Amount: 100m } => decimal.MaxValue,
            _ => decimal.Ceiling(spent / (1 - (verdict.Reserve.Amount / 100m))),
        };
        return needed <= long.MaxValue ? (long)needed : null;
    }

    /// <summary>What another try must have room for: whoever follows an advice plans again first.</summary>
    private static long NextTry(ApiBudgetVerdict verdict) => AtLeast(verdict.PlanningCalls, verdict.Ceiling);

    private static string Needs(ApiBudgetVerdict verdict) => verdict.PlanningCalls > 0
        ? Text($"this import may need {verdict.Ceiling:N0} calls and {verdict.PlanningCalls:N0} more to plan it again")
        : Text($"this import may need {verdict.Ceiling:N0} calls");

    private static string Named(ApiReserve reserve, long calls) =>
        reserve.IsPerCent ? Text($"{reserve} ({calls:N0} calls)") : Text($"{calls:N0} calls");

    private static long AtLeast(long used, long more) => more > long.MaxValue - used ? long.MaxValue : used + more;

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
