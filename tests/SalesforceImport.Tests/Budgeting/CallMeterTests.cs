using Microsoft.Extensions.Time.Testing;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Tests.Budgeting;

public sealed class CallMeterTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly LedgerJournal _journal = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_charge_is_in_the_journal_before_it_returns()
    {
        using var meter = Meter(ceiling: 5, cap: 100, run: "run-1");
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        _journal.Granted.Should().ContainSingle().Which.Should()
            .Be(new SalesforceImport.Stores.CallCharge("00D", ApiCallKind.Query, Start, "run-1", 100, TimeSpan.FromHours(24)));
        meter.Used.Should().Be(1);
    }

    [Fact]
    public async Task The_ceiling_refuses_the_call_after_the_last_one()
    {
        using var meter = Meter(ceiling: 2);
        await meter.ChargeAsync(ApiCallKind.Describe, Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        var refused = await Refused(meter);
        refused.Reason.Should().Be(CallRefusal.Ceiling);
        refused.AllowedAt.Should().BeNull();
        refused.Message.Should().Contain("all 2 calls").And.Contain("Resume");
        _journal.Granted.Should().HaveCount(2, "a refused call is not in the journal");
        meter.ByKind.Should().BeEquivalentTo(new Dictionary<ApiCallKind, long> { [ApiCallKind.Describe] = 1, [ApiCallKind.Query] = 1 });
    }

    [Fact]
    public async Task Planning_has_no_ceiling()
    {
        using var meter = Meter(ceiling: null);
        for (int call = 0; call < 100; call++)
        {
            await meter.ChargeAsync(ApiCallKind.Count, Cancel);
        }

        meter.Used.Should().Be(100);
    }

    [Fact]
    public async Task The_cap_counts_every_meter_of_the_journal_and_says_exactly_when_it_can_go_on()
    {
        using var first = Meter(cap: 2);
        using var second = Meter(cap: 2);
        await first.ChargeAsync(ApiCallKind.Query, Cancel);
        _time.Advance(TimeSpan.FromHours(3));
        await second.ChargeAsync(ApiCallKind.Query, Cancel);

        var refused = await Refused(first);
        refused.Reason.Should().Be(CallRefusal.DailyCap);
        refused.AllowedAt.Should().Be(Start.AddHours(24));
        refused.Message.Should().Contain("DailyCallCap allows 2").And.Contain("2026-03-05 00:00:00.000 UTC");

        _time.SetUtcNow(refused.AllowedAt!.Value.AddTicks(-1));
        (await Refused(first)).AllowedAt.Should().Be(refused.AllowedAt);
        _time.SetUtcNow(refused.AllowedAt.Value);
        await first.ChargeAsync(ApiCallKind.Query, Cancel);
        first.Used.Should().Be(2);
    }

    [Fact]
    public async Task A_charge_that_the_journal_refuses_does_not_consume_the_ceiling()
    {
        using var other = Meter(cap: 1);
        await other.ChargeAsync(ApiCallKind.Query, Cancel);
        using var meter = Meter(ceiling: 1, cap: 1);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await Refused(meter)).Reason.Should().Be(CallRefusal.DailyCap);
        }

        _time.Advance(TimeSpan.FromHours(24));
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        meter.Used.Should().Be(1);
    }

    [Fact]
    public async Task A_charge_that_waits_for_a_refused_one_takes_its_place_under_the_ceiling()
    {
        var answer = new TaskCompletionSource();
        _journal.BeforeCharge = charge => charge.Kind == ApiCallKind.Bulk ? answer.Task : Task.CompletedTask;
        using var meter = Meter(ceiling: 1);
        var failing = meter.ChargeAsync(ApiCallKind.Bulk, Cancel).AsTask();
        var waiting = meter.ChargeAsync(ApiCallKind.Query, Cancel).AsTask();
        answer.SetException(new InvalidOperationException("The journal is gone."));
        await ((Func<Task>)(() => failing)).Should().ThrowAsync<InvalidOperationException>();
        await waiting;
        meter.ByKind.Should().BeEquivalentTo(new Dictionary<ApiCallKind, long> { [ApiCallKind.Query] = 1 });
    }

    [Fact]
    public async Task A_cancelled_charge_counts_nothing()
    {
        using var meter = Meter(ceiling: 1);
        var charge = () => meter.ChargeAsync(ApiCallKind.Query, new CancellationToken(canceled: true)).AsTask();
        await charge.Should().ThrowAsync<OperationCanceledException>();
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        meter.Used.Should().Be(1);
    }

    [Theory]
    [InlineData("500", 4_499, true)]
    [InlineData("500", 4_500, false)]
    [InlineData("10%", 4_499, true)]
    [InlineData("10%", 4_500, false)]
    [InlineData("0", 4_999, true)]
    [InlineData("0", 5_000, false)]
    [InlineData("0", 5_100, false)]
    public async Task What_the_org_has_left_is_spent_down_to_the_reserve_and_no_further(string reserve, long used, bool allowed)
    {
        using var meter = Meter(reserve: ApiReserve.Parse(reserve));
        await meter.ObserveAsync(new(used, 5_000), Cancel);
        if (allowed)
        {
            await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        }

        var refused = await Refused(meter);
        refused.Reason.Should().Be(CallRefusal.OrgLimit);
        refused.AllowedAt.Should().BeNull();
        refused.Message.Should().Contain("of its 5,000 API calls left").And.Contain("looking again");
        _journal.Granted.Should().HaveCount(allowed ? 1 : 0);
    }

    [Fact]
    public async Task Calls_that_the_last_answer_may_not_have_counted_are_taken_off_what_is_left()
    {
        using var meter = Meter();
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        await meter.ObserveAsync(new(97, 100), Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        (await Refused(meter)).Message.Should().Contain("3 of its 100").And.Contain("3 of them under way");
    }

    [Fact]
    public async Task Each_answer_settles_one_call_so_that_calls_one_after_the_other_reach_the_reserve_exactly()
    {
        using var meter = Meter(reserve: ApiReserve.OfCalls(10));
        long used = 0;
        while (used < 90)
        {
            await meter.ChargeAsync(ApiCallKind.Query, Cancel);
            await meter.ObserveAsync(new(++used, 100), Cancel);
        }

        (await Refused(meter)).Reason.Should().Be(CallRefusal.OrgLimit);
        meter.Used.Should().Be(90);
    }

    [Fact]
    public async Task A_call_that_never_got_an_answer_is_not_held_against_the_run_for_ever()
    {
        using var meter = Meter();
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        _time.Advance(TimeSpan.FromMinutes(3));
        await meter.ObserveAsync(new(99, 100), Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        meter.Used.Should().Be(3);
    }

    [Fact]
    public async Task When_the_org_has_calls_again_the_meter_goes_on()
    {
        using var meter = Meter();
        await meter.ObserveAsync(new(100, 100), Cancel);
        await Refused(meter);
        await meter.ObserveAsync(new(50, 100), Cancel);
        await meter.ChargeAsync(ApiCallKind.Query, Cancel);
        meter.LastUsage.Should().Be(new OrgUsage(50, 100));
    }

    [Fact]
    public async Task Samples_are_kept_when_they_changed_at_most_once_a_second_and_the_last_one_at_the_end()
    {
        using var meter = Meter();
        await meter.ObserveAsync(new(1, 100), Cancel);
        await meter.ObserveAsync(new(2, 100), Cancel);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        await meter.ObserveAsync(new(3, 100), Cancel);
        _journal.Samples.Select(sample => sample.Usage.Used).Should().Equal(1);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await meter.ObserveAsync(new(4, 100), Cancel);
        _time.Advance(TimeSpan.FromSeconds(5));
        await meter.ObserveAsync(new(4, 100), Cancel);
        await meter.FlushAsync(Cancel);
        _journal.Samples.Select(sample => sample.Usage.Used).Should().Equal(1, 4);

        await meter.ObserveAsync(new(5, 100), Cancel);
        await meter.ObserveAsync(new(6, 100), Cancel);
        await meter.FlushAsync(Cancel);
        await meter.FlushAsync(Cancel);
        _journal.Samples.Select(sample => sample.Usage.Used).Should().Equal(1, 4, 5, 6);
        _journal.Samples.Should().OnlyContain(sample => sample.Org == "00D");
    }

    [Fact]
    public async Task The_org_is_asked_for_at_each_charge_because_it_is_known_only_after_sign_in()
    {
        string org = "acme.my.salesforce.com";
        using var meter = new CallMeter(new(null, null, ApiReserve.None, null), _journal, () => org, _time);
        await meter.ChargeAsync(ApiCallKind.Other, Cancel);
        org = "00D000000000001EAA";
        await meter.ChargeAsync(ApiCallKind.Limits, Cancel);
        _journal.Granted.Select(charge => charge.Org).Should().Equal("acme.my.salesforce.com", "00D000000000001EAA");
    }

    private static async Task<CallRefusedException> Refused(CallMeter meter)
    {
        var charge = () => meter.ChargeAsync(ApiCallKind.Query, Cancel).AsTask();
        return (await charge.Should().ThrowAsync<CallRefusedException>()).Which;
    }

    private CallMeter Meter(long? ceiling = null, long? cap = null, ApiReserve reserve = default, string? run = null) =>
        new(new(ceiling, cap, reserve, run), _journal, () => "00D", _time);
}
