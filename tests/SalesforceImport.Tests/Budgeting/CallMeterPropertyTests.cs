using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Tests.Budgeting;

/// <summary>Whatever happens in whatever order, the ceiling and the cap hold.</summary>
public sealed class CallMeterPropertyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Gen<Step> Steps = Gen.OneOf(
        Gen.Int[0, 2].Select(Step (meter) => new Charge(meter)),
        Gen.Int[0, 2].Select(Step (meter) => new Charge(meter)),
        Gen.Int[0, 2].Select(Step (meter) => new Charge(meter)),
        Gen.OneOf(Gen.Long[1, 100], Gen.Long[1, Day.Ticks / 2]).Select(Step (ticks) => new Pass(TimeSpan.FromTicks(ticks))),
        Gen.Select(Gen.Int[0, 2], Gen.Long[0, 25], Gen.Long[15, 25], Step (meter, used, limit) => new Observe(meter, new(used, limit))));

    private static readonly Gen<ApiReserve> Reserves =
        Gen.OneOf(Gen.Long[0, 10].Select(ApiReserve.OfCalls), Gen.Int[0, 60].Select(share => ApiReserve.OfPerCent(share)));

    private abstract record Step;

    private sealed record Charge(int Meter) : Step;

    private sealed record Pass(TimeSpan Time) : Step;

    private sealed record Refusal(CallRefusal Reason, DateTimeOffset? AllowedAt);

    private sealed record Observe(int Meter, OrgUsage Usage) : Step;

    [Fact]
    public async Task Every_call_is_granted_or_refused_as_a_plain_model_says() =>
        await Gen.Select(Steps.Array[1, 120], Gen.Long[0, 12].Nullable().Array[3], Gen.Long[0, 20].Nullable(), Reserves).SampleAsync(async (steps, ceilings, cap, reserve) =>
        {
            var time = new FakeTimeProvider(Start);
            var journal = new LedgerJournal();
            var meters = ceilings.Select(ceiling => new CallMeter(new(ceiling, cap, reserve, null), journal, () => "00D", time)).ToArray();
            var granted = new List<(int Meter, DateTimeOffset At)>();
            var lastSeen = new OrgUsage?[meters.Length];
            var uncounted = meters.Select(_ => new List<DateTimeOffset>()).ToArray();
            foreach (var step in steps)
            {
                switch (step)
                {
                    case Pass(var passed):
                        time.Advance(passed);
                        break;
                    case Observe(int index, var usage):
                        await meters[index].ObserveAsync(usage, CancellationToken.None);
                        lastSeen[index] = usage;
                        uncounted[index] = [.. uncounted[index].Skip(1).Where(at => time.GetUtcNow() - at <= TimeSpan.FromMinutes(2))];
                        break;
                    case Charge(int index):
                        var now = time.GetUtcNow();
                        var expected = Model(index, now);
                        var actual = await Try(meters[index]);
                        actual.Should().Be(expected);
                        if (actual is null)
                        {
                            granted.Add((index, now));
                            uncounted[index].Add(now);
                        }

                        break;
                }
            }

            journal.Granted.Select(call => call.At).Should().Equal(granted.Select(call => call.At), "refusals leave no trace");
            meters.Select(meter => meter.Used).Should().Equal(meters.Select((_, index) => (long)granted.Count(call => call.Meter == index)));
            MostInAnyDay(granted.Select(call => call.At)).Should().BeLessThanOrEqualTo(cap ?? long.MaxValue);

            Refusal? Model(int index, DateTimeOffset now)
            {
                if (granted.Count(call => call.Meter == index) >= ceilings[index])
                {
                    return new(CallRefusal.Ceiling, null);
                }

                if (lastSeen[index] is { } usage && usage.Remaining - uncounted[index].Count <= reserve.CallsOf(usage.Limit))
                {
                    return new(CallRefusal.OrgLimit, null);
                }

                var inDay = granted.Where(call => call.At > now - Day).Select(call => call.At).ToList();
                return inDay.Count >= cap
                    ? new Refusal(CallRefusal.DailyCap, cap == 0 ? null : inDay[^(int)cap.Value] + Day)
                    : null;
            }
        }, iter: 500);

    [Fact]
    public async Task When_the_cap_refuses_its_time_is_exact() =>
        await Gen.Select(Gen.TimeSpan[TimeSpan.Zero, TimeSpan.FromHours(7)].Array[1, 40], Gen.Long[1, 12]).SampleAsync(async (pauses, cap) =>
        {
            var time = new FakeTimeProvider(Start);
            using var meter = new CallMeter(new(null, cap, ApiReserve.None, null), new LedgerJournal(), () => "00D", time);
            foreach (var pause in pauses)
            {
                time.Advance(pause);
                if (await Try(meter) is not { AllowedAt: { } allowedAt })
                {
                    continue;
                }

                allowedAt.Should().BeAfter(time.GetUtcNow());
                time.SetUtcNow(allowedAt.AddTicks(-1));
                (await Try(meter)).Should().Be(new Refusal(CallRefusal.DailyCap, allowedAt), "a tick earlier is too early");
                time.SetUtcNow(allowedAt);
                (await Try(meter)).Should().BeNull("that is when it said it would be allowed");
            }
        }, iter: 500);

    [Fact]
    public async Task Many_tasks_on_several_meters_spend_exactly_what_is_allowed() =>
        await Gen.Select(Gen.Int[0, 30].Array[1, 4], Gen.Int[0, 60].Nullable(), Gen.Int[1, 8], Gen.Int[0, 1_000]).SampleAsync(
            async (ceilings, cap, tasks, seed) =>
            {
                var time = new FakeTimeProvider(Start);
                var journal = new LedgerJournal { BeforeCharge = async _ => await Yield(Random.Shared.Next(3)) };
                var meters = ceilings.Select(ceiling => new CallMeter(new(ceiling, cap, ApiReserve.None, null), journal, () => "00D", time)).ToArray();
                await Task.WhenAll(meters.SelectMany(meter => Enumerable.Range(0, tasks).Select(task => Task.Run(async () =>
                {
                    for (int attempt = 0; attempt < (40 / tasks) + 1; attempt++)
                    {
                        await Yield((seed + task + attempt) % 4);
                        await Try(meter);
                        time.Advance(TimeSpan.FromTicks(1));
                        await meter.ObserveAsync(new((seed + attempt) % 90, 1_000_000), CancellationToken.None);
                    }
                }))));

                meters.Zip(ceilings).Should().OnlyContain(pair => pair.First.Used <= pair.Second);
                meters.Sum(meter => meter.Used).Should().Be(Math.Min(ceilings.Sum(), cap ?? int.MaxValue), "every meter asked often enough, and no refusal took a place");
                journal.Granted.Should().HaveCount((int)meters.Sum(meter => meter.Used));
            },
            iter: 60,
            threads: 2);

    private static async Task<Refusal?> Try(CallMeter meter)
    {
        try
        {
            await meter.ChargeAsync(ApiCallKind.Query, CancellationToken.None);
            return null;
        }
        catch (CallRefusedException refused)
        {
            return new(refused.Reason, refused.AllowedAt);
        }
    }

    private static async Task Yield(int times)
    {
        for (int time = 0; time < times; time++)
        {
            await Task.Yield();
        }
    }

    private static long MostInAnyDay(IEnumerable<DateTimeOffset> calls)
    {
        var times = calls.ToList();
        return times.Count == 0 ? 0 : times.Max(end => times.LongCount(at => at <= end && at > end - Day));
    }
}
