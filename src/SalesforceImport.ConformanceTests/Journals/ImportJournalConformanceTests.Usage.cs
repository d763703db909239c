namespace SalesforceImport.ConformanceTests;

public abstract partial class ImportJournalConformanceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Our calls and the org's, hour by hour; an hour nobody knows of is a gap, not a zero.</summary>
    [Fact]
    public virtual async Task Usage_is_read_by_the_hour_with_gaps()
    {
        var journal = await OpenJournalAsync();
        foreach (int minute in (int[])[0, 5, 59, 185])
        {
            await ChargeAsync(journal, Noon.AddMinutes(minute), cap: null);
        }

        await RecordAsync(journal, 61, 500);
        await RecordAsync(journal, 190, 700);
        Assert.Equal(
            [new(Noon, 3, null, null), new(Noon.AddHours(1), 0, 500, 15_000), new UsageHour(Noon.AddHours(3), 1, 700, 15_000)],
            await (await OpenJournalAsync()).ReadUsageAsync("org", Noon, Noon.AddHours(4), Cancellation));
    }

    /// <summary>Of several answers in an hour the last one holds, in whatever order they were kept.</summary>
    [Fact]
    public virtual async Task The_last_sample_of_an_hour_holds()
    {
        var journal = await OpenJournalAsync();
        await RecordAsync(journal, 10, 100);
        await RecordAsync(journal, 50, 300, limit: 20_000);
        await RecordAsync(journal, 30, 200);
        Assert.Equal(
            [new UsageHour(Noon, 0, 300, 20_000)], await journal.ReadUsageAsync("org", Noon, Noon.AddHours(1), Cancellation));
    }

    /// <summary>Hours are UTC, whatever zone a time was given in.</summary>
    [Fact]
    public virtual async Task Hours_are_those_of_utc()
    {
        var journal = await OpenJournalAsync();
        await ChargeAsync(journal, new DateTimeOffset(2026, 3, 1, 18, 0, 0, TimeSpan.FromHours(5.5)), cap: null);
        var hour = Assert.Single(await journal.ReadUsageAsync("org", Noon.AddHours(-3), Noon.AddHours(3), Cancellation));
        Assert.Equal(Noon, hour.Hour);
        Assert.Equal(TimeSpan.Zero, hour.Hour.Offset);
    }

    /// <summary>Usage until now includes the call made now; other orgs and other hours are left out.</summary>
    [Fact]
    public virtual async Task Usage_holds_what_lies_between_the_times_both_included()
    {
        var journal = await OpenJournalAsync();
        foreach (int minute in (int[])[-30, 0, 30, 60, 90])
        {
            await ChargeAsync(journal, Noon.AddMinutes(minute), cap: null);
        }

        await ChargeAsync(journal, Noon, cap: null, org: "other");
        await RecordAsync(journal, -30, 1);
        await RecordAsync(journal, 90, 1);
        Assert.Equal(
            [new(Noon, 2, null, null), new UsageHour(Noon.AddHours(1), 1, null, null)],
            await journal.ReadUsageAsync("org", Noon, Noon.AddHours(1), Cancellation));
    }

    /// <summary>Seven days are shown.</summary>
    [Fact]
    public virtual async Task Usage_of_seven_days_is_there()
    {
        var journal = await OpenJournalAsync();
        for (int day = 0; day <= 7; day++)
        {
            await ChargeAsync(journal, Noon.AddDays(day), cap: 5);
        }

        Assert.Equal(8, (await journal.ReadUsageAsync("org", Noon, Noon.AddDays(7), Cancellation)).Count);
    }

    private static Task RecordAsync(ImportJournal journal, int minute, long used, long limit = 15_000) =>
        journal.RecordUsageAsync(new("org", Noon.AddMinutes(minute), new(used, limit)), Cancellation);
}
