using SalesforceImport.Budgeting;

namespace SalesforceImport.ConformanceTests;

public abstract partial class ImportJournalConformanceTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>Every call is recorded and counted before it is sent.</summary>
    [Fact]
    public virtual async Task A_charge_under_the_cap_is_granted_and_counted()
    {
        var journal = await OpenJournalAsync();
        Assert.Equal(new ChargeResult(true, 1, null), await ChargeAsync(journal, 0, cap: 2));
        Assert.Equal(new ChargeResult(true, 2, null), await ChargeAsync(journal, 1, cap: 2));
        Assert.Equal(2, await (await OpenJournalAsync()).CountCallsAsync("org", Sample.At(-60), Cancellation));
    }

    /// <summary>The calls of a run are told from those of others, and from planning, whatever the window.</summary>
    [Fact]
    public virtual async Task Calls_are_counted_by_run()
    {
        var journal = await OpenJournalAsync();
        foreach (string? run in new[] { "one", "two", "one", null })
        {
            await journal.TryChargeAsync(new("org", ApiCallKind.Query, Sample.At(1), run, null, Day), Cancellation);
        }

        Assert.Equal(2, await (await OpenJournalAsync()).CountCallsOfRunAsync("one", Cancellation));
        Assert.Equal(0, await journal.CountCallsOfRunAsync("three", Cancellation));
    }

    /// <summary>Calls made before the org's id was known count against the cap of the id, and its usage is one.</summary>
    [Fact]
    public virtual async Task Calls_and_usage_move_to_the_name_an_org_turns_out_to_have()
    {
        var journal = await OpenJournalAsync();
        await journal.TryChargeAsync(new("host", ApiCallKind.Other, Sample.At(1), null, null, Day), Cancellation);
        await journal.RecordUsageAsync(new("host", Sample.At(1), new(7, 100)), Cancellation);
        await ChargeAsync(journal, 2, cap: null);

        await journal.MoveCallsAsync("host", "org", Cancellation);

        var other = await OpenJournalAsync();
        Assert.Equal(0, await other.CountCallsAsync("host", Sample.At(0), Cancellation));
        Assert.Equal(new ChargeResult(false, 2, Sample.At(1) + Day), await ChargeAsync(other, 3, cap: 2));
        var hour = Assert.Single(await other.ReadUsageAsync("org", Sample.At(0), Sample.At(9), Cancellation));
        Assert.Equal(2, hour.OwnCalls);
        Assert.Equal(7, hour.OrgUsed);
        Assert.Empty(await other.ReadUsageAsync("host", Sample.At(0), Sample.At(9), Cancellation));
    }

    /// <summary>The cap is a promise: the call after it is refused, is not counted, and learns when it may go.</summary>
    [Fact]
    public virtual async Task A_charge_over_the_cap_is_refused_until_the_oldest_call_leaves_the_window()
    {
        var journal = await OpenJournalAsync();
        await ChargeAsync(journal, 10, cap: 2);
        await ChargeAsync(journal, 20, cap: 2);
        var refused = new ChargeResult(false, 2, Sample.At(10) + Day);
        Assert.Equal(refused, await ChargeAsync(journal, 30, cap: 2));
        Assert.Equal(refused, await ChargeAsync(journal, 40, cap: 2));
        Assert.Equal(2, await journal.CountCallsAsync("org", Sample.At(0), Cancellation));
    }

    /// <summary>The time it names is exact: refused the millisecond before, granted then.</summary>
    [Fact]
    public virtual async Task The_window_rolls_to_the_millisecond()
    {
        var journal = await OpenJournalAsync();
        await ChargeAsync(journal, 10, cap: 2);
        await ChargeAsync(journal, 20, cap: 2);
        var allowedAt = (await ChargeAsync(journal, 30, cap: 2)).AllowedAt!.Value;
        Assert.False((await ChargeAsync(journal, allowedAt.AddMilliseconds(-1), cap: 2)).Granted);
        Assert.Equal(new ChargeResult(true, 2, null), await ChargeAsync(journal, allowedAt, cap: 2));
        Assert.Equal(new ChargeResult(false, 2, Sample.At(20) + Day), await ChargeAsync(journal, allowedAt.AddMilliseconds(1), cap: 2));
    }

    /// <summary>A cap that was lowered leaves more calls in the window than it allows; the time named waits for enough of them to leave.</summary>
    [Fact]
    public virtual async Task A_lowered_cap_is_allowed_again_when_enough_calls_have_left_the_window()
    {
        var journal = await OpenJournalAsync();
        for (int minute = 1; minute <= 5; minute++)
        {
            await ChargeAsync(journal, minute, cap: null);
        }

        var refused = await ChargeAsync(journal, 6, cap: 2);
        Assert.Equal(new ChargeResult(false, 5, Sample.At(4) + Day), refused);
        Assert.False((await ChargeAsync(journal, refused.AllowedAt!.Value.AddMilliseconds(-1), cap: 2)).Granted);
        Assert.True((await ChargeAsync(journal, refused.AllowedAt.Value, cap: 2)).Granted);
    }

    /// <summary>Without a cap, calls are still counted.</summary>
    [Fact]
    public virtual async Task Without_a_cap_every_charge_is_granted()
    {
        var journal = await OpenJournalAsync();
        for (int i = 1; i <= 50; i++)
        {
            Assert.Equal(new ChargeResult(true, i, null), await ChargeAsync(journal, 0, cap: null));
        }
    }

    /// <summary>A cap of nothing allows nothing, ever.</summary>
    [Fact]
    public virtual async Task A_cap_of_0_refuses_every_charge()
    {
        var journal = await OpenJournalAsync();
        Assert.Equal(new ChargeResult(false, 0, null), await ChargeAsync(journal, 0, cap: 0));
    }

    /// <summary>Each org has its own cap.</summary>
    [Fact]
    public virtual async Task Orgs_are_charged_apart()
    {
        var journal = await OpenJournalAsync();
        Assert.True((await ChargeAsync(journal, 0, cap: 1)).Granted);
        Assert.True((await ChargeAsync(journal, 0, cap: 1, org: "other")).Granted);
        Assert.False((await ChargeAsync(journal, 0, cap: 1)).Granted);
        Assert.Equal(1, await journal.CountCallsAsync("other", Sample.At(-60), Cancellation));
        Assert.Equal(0, await journal.CountCallsAsync("third", Sample.At(-60), Cancellation));
    }

    /// <summary>Clocks of two machines differ: a call that another machine dates later is in the window as well.</summary>
    [Fact]
    public virtual async Task A_call_dated_later_by_another_process_counts_against_the_cap()
    {
        var ahead = await OpenJournalAsync();
        var behind = await OpenJournalAsync();
        await ChargeAsync(ahead, 10, cap: 1);
        Assert.Equal(new ChargeResult(false, 1, Sample.At(10) + Day), await ChargeAsync(behind, 9, cap: 1));
    }

    /// <summary>Sixteen workers in two processes share one cap: it is reached exactly, and no call goes over it.</summary>
    [Fact]
    public virtual async Task The_cap_holds_under_concurrent_charges_from_two_processes()
    {
        const int Cap = 100;
        ImportJournal[] journals = [await OpenJournalAsync(), await OpenJournalAsync()];
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(
            async () =>
            {
                var own = new List<ChargeResult>();
                for (int i = 0; i < 10; i++)
                {
                    own.Add(await ChargeAsync(journals[worker % 2], 0, Cap));
                }

                return own;
            },
            Cancellation)));
        var all = results.SelectMany(result => result).ToList();
        Assert.Equal(Enumerable.Range(1, Cap).Select(i => (long)i), all.Where(result => result.Granted).Select(result => result.Used).Order());
        Assert.All(all.Where(result => !result.Granted), result => Assert.Equal(new ChargeResult(false, Cap, Sample.At(0) + Day), result));
        Assert.Equal(Cap, await journals[0].CountCallsAsync("org", Sample.At(-1), Cancellation));
    }

    /// <summary>A count starts at a time.</summary>
    [Fact]
    public virtual async Task Calls_are_counted_since_a_time()
    {
        var journal = await OpenJournalAsync();
        foreach (int minute in (int[])[1, 2, 3, 4])
        {
            await ChargeAsync(journal, minute, cap: null);
        }

        Assert.Equal(2, await journal.CountCallsAsync("org", Sample.At(3), Cancellation));
        Assert.Equal(0, await journal.CountCallsAsync("org", Sample.At(5), Cancellation));
        Assert.Equal(4, await journal.CountCallsAsync("org", DateTimeOffset.MinValue, Cancellation));
    }

    private static Task<ChargeResult> ChargeAsync(ImportJournal journal, int minute, long? cap, string org = "org") =>
        ChargeAsync(journal, Sample.At(minute), cap, org);

    private static Task<ChargeResult> ChargeAsync(ImportJournal journal, DateTimeOffset at, long? cap, string org = "org") =>
        journal.TryChargeAsync(new(org, ApiCallKind.Query, at, "run-1", cap, Day), Cancellation);
}
