namespace SalesforceImport.Budgeting;

/// <summary>
/// Says whether an import fits what may be spent of API calls, by how much it does not, how many days it would take, and
/// what to do. Plain arithmetic: it needs no org. Thread-safe.
/// </summary>
public static class ApiBudgetCalculator
{
    /// <summary>Calls per record by the rule of thumb.</summary>
    public const int RuleOfThumbCallsPerRecord = 3;

    /// <summary>The rule of thumb alone: three calls per record against a daily limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static RuleOfThumbVerdict RuleOfThumb(long records, long dailyLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(records);
        ArgumentOutOfRangeException.ThrowIfNegative(dailyLimit);
        long calls = RuleOfThumbCalls(records);
        return new(records, calls, dailyLimit, calls <= dailyLimit, Math.Max(0, calls - dailyLimit), DaysFor(calls, dailyLimit, dailyLimit));
    }

    /// <summary>Judges an import.</summary>
    /// <remarks>
    /// Where the org's usage is not known, our own cap alone decides and the advice says so; where there is no cap either,
    /// the verdict is that it does not fit.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="ArgumentException">The ceiling is below the expected calls.</exception>
    public static ApiBudgetVerdict Judge(ApiBudgetInput input)
    {
        Check(input);
        long? ofCap = input.DailyCallCap is { } cap ? Math.Max(0, cap - input.OwnCalls) : null;
        long? ofOrg = input.OrgUsage is { } usage ? Math.Max(0, usage.Remaining - input.Reserve.CallsOf(usage.Limit)) : null;
        long? available = Smaller(ofCap, ofOrg);
        long records = input.Records.Values.Aggregate(0L, AddUpTo);
        var verdict = new ApiBudgetVerdict
        {
            Fits = input.Ceiling <= (available ?? -1),
            Shortfall = Math.Max(0, input.Ceiling - (available ?? 0)),
            Available = available,
            ExpectedCalls = input.ExpectedCalls,
            Ceiling = input.Ceiling,
            PlanningCalls = input.PlanningCalls,
            Records = records,
            RuleOfThumbCalls = RuleOfThumbCalls(records),
            RuleOfThumbFits = RuleOfThumbCalls(records) <= (available ?? -1),
            CapAllows = input.Ceiling <= (ofCap ?? long.MaxValue),
            OrgAllows = ofOrg is null ? null : input.Ceiling <= ofOrg,
            Days = available is { } now ? DaysFor(input.Ceiling, now, PerDay(input)) : null,
            Advice = [],
            OrgUsage = input.OrgUsage,
            DailyCallCap = input.DailyCallCap,
            OwnCalls = input.OwnCalls,
            Reserve = input.Reserve,
            At = input.Now,
        };
        return verdict with { Advice = BudgetAdvice.For(verdict) };
    }

    private static long PerDay(ApiBudgetInput input)
    {
        long? ofOrg = null;
        if (input.OrgUsage is { } usage)
        {
            long byOthers = Math.Max(0, usage.Used - input.OwnCalls);
            ofOrg = Math.Max(0, usage.Limit - input.Reserve.CallsOf(usage.Limit) - byOthers);
        }

        return Smaller(input.DailyCallCap, ofOrg) ?? 0;
    }

    private static int? DaysFor(long calls, long today, long perDay)
    {
        if (calls <= today)
        {
            return 1;
        }

        if (perDay == 0)
        {
            return null;
        }

        long missing = calls - today;
        long more = (missing / perDay) + (missing % perDay == 0 ? 0 : 1);
        return (int)Math.Min(int.MaxValue, more + 1);
    }

    private static long RuleOfThumbCalls(long records) =>
        records > long.MaxValue / RuleOfThumbCallsPerRecord ? long.MaxValue : records * RuleOfThumbCallsPerRecord;

    private static long AddUpTo(long sum, long more) => more > long.MaxValue - sum ? long.MaxValue : sum + more;

    private static long? Smaller(long? left, long? right) =>
        left is { } l && right is { } r ? Math.Min(l, r) : left ?? right;

    private static void Check(ApiBudgetInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(input.Records);
        ArgumentOutOfRangeException.ThrowIfNegative(input.ExpectedCalls, nameof(input.ExpectedCalls));
        ArgumentOutOfRangeException.ThrowIfNegative(input.PlanningCalls, nameof(input.PlanningCalls));
        ArgumentOutOfRangeException.ThrowIfNegative(input.OwnCalls, nameof(input.OwnCalls));
        ArgumentOutOfRangeException.ThrowIfNegative(input.DailyCallCap ?? 0, nameof(input.DailyCallCap));
        ArgumentOutOfRangeException.ThrowIfNegative(input.OrgUsage?.Used ?? 0, nameof(input.OrgUsage));
        ArgumentOutOfRangeException.ThrowIfNegative(input.OrgUsage?.Limit ?? 0, nameof(input.OrgUsage));
        if (input.Ceiling < input.ExpectedCalls)
        {
            throw new ArgumentException($"The ceiling of {input.Ceiling} calls is below the {input.ExpectedCalls} expected calls.", nameof(input));
        }

        foreach (var (sObject, records) in input.Records)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(records, sObject);
        }
    }
}
