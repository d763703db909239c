using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Tests.Budgeting;

public sealed class ApiBudgetCalculatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void By_the_rule_of_thumb_350_records_fit_5000_calls_a_day() =>
        ApiBudgetCalculator.RuleOfThumb(350, 5_000).Should().Be(new RuleOfThumbVerdict(350, 1_050, 5_000, Fits: true, Shortfall: 0, Days: 1));

    [Fact]
    public void By_the_rule_of_thumb_5000_records_do_not_fit_5000_calls_a_day() =>
        ApiBudgetCalculator.RuleOfThumb(5_000, 5_000).Should().Be(new RuleOfThumbVerdict(5_000, 15_000, 5_000, Fits: false, Shortfall: 10_000, Days: 3));

    [Fact]
    public void The_rule_of_thumb_neither_overflows_nor_divides_by_zero()
    {
        ApiBudgetCalculator.RuleOfThumb(long.MaxValue, 1).Calls.Should().Be(long.MaxValue);
        ApiBudgetCalculator.RuleOfThumb(1, 0).Days.Should().BeNull();
        ApiBudgetCalculator.RuleOfThumb(0, 0).Fits.Should().BeTrue();
    }

    [Fact]
    public void Where_the_rule_fits_so_do_the_expected_calls()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(records: 350, expected: 7) with { OrgUsage = new(0, 5_000) });
        verdict.RuleOfThumbCalls.Should().Be(1_050);
        verdict.RuleOfThumbFits.Should().BeTrue();
        verdict.Should().BeEquivalentTo(new { Fits = true, Shortfall = 0L, Available = 5_000L, Days = 1, CapAllows = true, OrgAllows = true });
        verdict.Advice.Should().BeEmpty();
    }

    [Fact]
    public void Where_the_rule_does_not_fit_the_expected_calls_still_do()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(records: 5_000, expected: 8) with { OrgUsage = new(0, 5_000) });
        verdict.RuleOfThumbCalls.Should().Be(15_000);
        verdict.RuleOfThumbFits.Should().BeFalse();
        verdict.Fits.Should().BeTrue();
        verdict.Advice.Should().BeEmpty();
    }

    [Fact]
    public void The_cap_refuses_what_the_org_would_allow_and_the_advice_names_the_setting_and_both_numbers()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(5_000, 8) with { OrgUsage = new(600, 15_000), DailyCallCap = 20, OwnCalls = 15 });
        verdict.Should().BeEquivalentTo(new { Fits = false, CapAllows = false, OrgAllows = true, Available = 5L, Shortfall = 8L, Days = 2 });
        verdict.Advice.Should().Contain(sentence => sentence.Contains("DailyCallCap from 20 to at least 28", StringComparison.Ordinal))
            .And.Contain(sentence => sentence.StartsWith("Narrow the selector", StringComparison.Ordinal))
            .And.NotContain(sentence => sentence.Contains("Salesforce", StringComparison.Ordinal));
    }

    [Fact]
    public void The_org_refuses_what_the_cap_would_allow_and_the_advice_asks_for_an_increase()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(5_000, 1_000) with { OrgUsage = new(4_500, 5_000), DailyCallCap = 20_000, Reserve = ApiReserve.OfPerCent(10) });
        verdict.Should().BeEquivalentTo(new { Fits = false, CapAllows = true, OrgAllows = false, Available = 0L, Shortfall = 1_100L });
        verdict.Days.Should().BeNull("other integrations use all that the reserve leaves");
        verdict.Advice.Should().Contain(sentence => sentence.Contains("from 5,000 to at least 6,223", StringComparison.Ordinal))
            .And.Contain(sentence => sentence.StartsWith("Waiting does not help", StringComparison.Ordinal))
            .And.NotContain(sentence => sentence.Contains("DailyCallCap from", StringComparison.Ordinal));
        ApiBudgetCalculator.Judge(Input(5_000, 1_000) with { OrgUsage = new(4_500, 6_223), DailyCallCap = 20_000, Reserve = ApiReserve.OfPerCent(10) })
            .Fits.Should().BeTrue("that is what the advice promised");
    }

    [Fact]
    public void Lowering_the_reserve_is_advised_only_where_it_is_enough()
    {
        var input = Input(5_000, 8) with { OrgUsage = new(4_900, 5_000), Reserve = ApiReserve.OfCalls(500) };
        ApiBudgetCalculator.Judge(input).Advice.Should().Contain(sentence => sentence.Contains("from 500 calls to at most 87 calls", StringComparison.Ordinal));
        ApiBudgetCalculator.Judge(input with { Reserve = ApiReserve.OfCalls(87) }).Fits.Should().BeTrue("that is what the advice promised");
        ApiBudgetCalculator.Judge(input with { OrgUsage = new(4_990, 5_000) }).Advice.Should().NotContain(sentence => sentence.StartsWith("Lower", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reserve_of_everything_is_not_cured_by_a_higher_limit() =>
        ApiBudgetCalculator.Judge(Input(5_000, 8) with { OrgUsage = new(4_999, 5_000), Reserve = ApiReserve.OfPerCent(100) })
            .Advice.Should().Contain(sentence => sentence.Contains("whatever the org's limit is", StringComparison.Ordinal));

    [Fact]
    public void Unknown_org_usage_is_stated_and_judged_by_the_cap_alone()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(5_000, 8) with { DailyCallCap = 100 });
        verdict.Should().BeEquivalentTo(new { Fits = true, CapAllows = true, OrgAllows = (bool?)null, Available = 100L, Days = 1 });
        verdict.Advice.Should().ContainSingle().Which.Should().Contain("did not say").And.Contain("DailyCallCap (100) alone");
    }

    [Fact]
    public void Unknown_org_usage_without_a_cap_never_passes()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(0, 0) with { Ceiling = 0 });
        verdict.Should().BeEquivalentTo(new { Fits = false, RuleOfThumbFits = false, Available = (long?)null, Days = (int?)null });
        verdict.Advice.Should().ContainSingle().Which.Should().Contain("no DailyCallCap is set");
    }

    [Fact]
    public void Where_only_the_ceiling_does_not_fit_the_advice_says_so() =>
        ApiBudgetCalculator.Judge(Input(5_000, 8) with { DailyCallCap = 10 })
            .Advice.Should().Contain(sentence => sentence.Contains("CallCeiling of at most 10 it fits", StringComparison.Ordinal));

    [Fact]
    public void Whoever_follows_an_advice_is_not_refused_again()
    {
        // An advice that left out what the next try's own planning takes was refused again, and again.
        var small = Gen.Long[0, 60];
        Gen.Select(small, Gen.Long[0, 12], Gen.Long[1, 120], Gen.Long[1, 200], Gen.Int[0, 50], small).Sample((expected, planning, cap, limit, share, own) =>
        {
            var input = Input(1, expected) with
            {
                PlanningCalls = planning,
                OwnCalls = own,
                DailyCallCap = cap,
                OrgUsage = new(Math.Min(own, limit), limit),
                Reserve = ApiReserve.OfPerCent(share),
            };
            var advice = ApiBudgetCalculator.Judge(input).Advice;
            var next = input with { OwnCalls = own + planning, OrgUsage = new(input.OrgUsage!.Used + planning, limit) };
            if (Advised(advice, @"CallCeiling of at most ([\d,]+)") is { } ceiling)
            {
                ApiBudgetCalculator.Judge(next with { Ceiling = ceiling }).Fits.Should().BeTrue("the ceiling {0} was advised", ceiling);
            }

            if (Advised(advice, @"DailyCallCap from [\d,]+ to at least ([\d,]+)") is { } raised)
            {
                next = next with { DailyCallCap = raised };
            }

            if (Advised(advice, @"Reserve from .+ to at most ([\d,]+) calls") is { } lowered)
            {
                next = next with { Reserve = ApiReserve.OfCalls(lowered) };
            }
            else if (Advised(advice, @"limit, from [\d,]+ to at least ([\d,]+)") is { } increased)
            {
                next = next with { OrgUsage = next.OrgUsage with { Limit = increased } };
            }

            (advice.Count == 0 || ApiBudgetCalculator.Judge(next).Fits).Should().BeTrue("{0}", string.Join(' ', advice));
        });

        static long? Advised(IEnumerable<string> advice, string pattern) => advice
            .Select(sentence => Regex.Match(sentence, pattern))
            .Where(match => match.Success)
            .Select(match => (long?)long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }

    [Fact]
    public void Days_count_what_is_left_today_and_a_full_cap_on_the_others()
    {
        var input = Input(1_000_000, 1_000) with { Ceiling = 1_000, DailyCallCap = 300, OwnCalls = 200, OrgUsage = new(0, 15_000) };
        ApiBudgetCalculator.Judge(input).Days.Should().Be(4, "100 today and 300 on each of the three days after");
        ApiBudgetCalculator.Judge(input with { OrgUsage = new(14_000, 15_000) }).Days.Should().Be(4, "others leave 1,200 a day");
        ApiBudgetCalculator.Judge(input with { OrgUsage = new(14_900, 15_000), OwnCalls = 0 }).Days.Should().Be(10, "others leave 100 a day");
        ApiBudgetCalculator.Judge(input with { DailyCallCap = 0 }).Days.Should().BeNull();
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        Refuses<ArgumentException>(Input(1, 8) with { Ceiling = 7 });
        Refuses<ArgumentOutOfRangeException>(Input(-1, 8));
        Refuses<ArgumentOutOfRangeException>(Input(1, -8) with { Ceiling = 1 });
        Refuses<ArgumentOutOfRangeException>(Input(1, 8) with { OwnCalls = -1 });
        Refuses<ArgumentOutOfRangeException>(Input(1, 8) with { DailyCallCap = -1 });

        static void Refuses<TException>(ApiBudgetInput input)
            where TException : Exception
            => ((Action)(() => ApiBudgetCalculator.Judge(input))).Should().Throw<TException>();
    }

    [Fact]
    public void A_verdict_survives_json()
    {
        var verdict = ApiBudgetCalculator.Judge(Input(5_000, 8) with { DailyCallCap = 10, OrgUsage = new(100, 5_000), Reserve = ApiReserve.OfPerCent(10) });
        string json = JsonSerializer.Serialize(verdict, BudgetJsonContext.Default.ApiBudgetVerdict);
        json.Should().Contain("\"reserve\":\"10%\"").And.Contain("\"ruleOfThumbCalls\":15000");
        JsonSerializer.Deserialize(json, BudgetJsonContext.Default.ApiBudgetVerdict).Should().BeEquivalentTo(verdict);
    }

    [Fact]
    public void A_verdict_agrees_with_itself_and_with_what_may_be_spent()
    {
        var number = Gen.OneOf(Gen.Long[0, 50], Gen.Long[0, 20_000], Gen.Long[0, long.MaxValue]);
        var reserve = Gen.OneOf(Gen.Long[0, 6_000].Select(ApiReserve.OfCalls), Gen.Int[0, 100].Select(share => ApiReserve.OfPerCent(share)));
        Gen.Select(Gen.Select(number, number, number), number.Nullable(), number.Nullable(), reserve, number).Sample((needs, cap, limit, reserved, own) =>
        {
            var (records, expected, used) = needs;
            var input = Input(records, expected) with { DailyCallCap = cap, OwnCalls = own, OrgUsage = limit is { } most ? new(used, most) : null, Reserve = reserved };
            var verdict = ApiBudgetCalculator.Judge(input);
            Int128? byCap = cap - (Int128)own;
            Int128? byOrg = limit is { } l ? (Int128)Math.Max(0, l - used) - reserved.CallsOf(l) : null;
            bool known = (byCap ?? byOrg) is not null;
            bool fits = known && (input.Ceiling == 0 || (input.Ceiling <= (byCap ?? Int128.MaxValue) && input.Ceiling <= (byOrg ?? Int128.MaxValue)));
            verdict.Fits.Should().Be(fits);
            verdict.Fits.Should().Be(verdict.Shortfall == 0 && verdict.Available is not null);
            verdict.Fits.Should().Be(verdict.Days == 1);
            (verdict.CapAllows && (verdict.OrgAllows ?? cap is not null)).Should().Be(verdict.Fits);
            (verdict.Fits || verdict.Advice.Count > 0).Should().BeTrue();
            (verdict.OrgUsage is not null || verdict.Advice.Count > 0).Should().BeTrue("an unknown is always stated");
        });
    }

    private static ApiBudgetInput Input(long records, long expected) => new()
    {
        Records = new Dictionary<string, long> { ["Lead"] = records },
        ExpectedCalls = expected,
        Ceiling = expected < 0 ? 0 : CallCeiling.For(expected),
        Now = Now,
    };
}
