using System.Text.Json;
using SalesforceImport.Budgeting;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Budgeting;

public sealed class ApiUsageReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 5, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Seven_days_are_shown_today_last_even_when_nothing_is_known()
    {
        var report = ApiUsageReport.Create([], Now);
        report.Days.Select(day => day.Day).Should().Equal(Enumerable.Range(4, 7).Select(day => new DateOnly(2026, 3, day)));
        report.Days.Should().OnlyContain(day => day.IsGap && day.OwnCalls == 0 && day.OrgUsed == null && day.OrgLimit == null);
        report.Days.Select(day => day.HoursWithoutSample).Should().Equal(24, 24, 24, 24, 24, 24, 6);
        report.Gaps.Should().Equal(new ApiUsageGap(At(4, 0), At(10, 6)));
        report.OwnCalls.Should().Be(0);
    }

    [Fact]
    public void A_day_sums_our_calls_and_takes_the_most_that_the_org_counted()
    {
        var report = ApiUsageReport.Create(
            [new(At(9, 13), 4, 1_250, 16_000), new(At(9, 7), 10, 900, 15_000), new(At(9, 8), 5, 1_300, 15_000), new(At(9, 10), 3, null, null)],
            Now);
        report.Days[5].Should().Be(new ApiUsageDay(new(2026, 3, 9), 22, 1_300, 16_000, 21, IsGap: false));
        report.OwnCalls.Should().Be(22);
    }

    [Fact]
    public void Hours_without_a_sample_are_marked_even_where_we_called()
    {
        var report = ApiUsageReport.Create([.. Enumerable.Range(0, 6).Select(hour => new UsageHour(At(10, hour), 1, hour is 2 or 3 ? null : 50, 100))], Now, days: 1);
        report.Gaps.Should().Equal(new ApiUsageGap(At(10, 2), At(10, 4)));
        report.Days.Should().ContainSingle().Which.HoursWithoutSample.Should().Be(2);
    }

    [Fact]
    public void Days_are_in_utc_whatever_offset_a_time_has()
    {
        var now = new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.FromHours(3));
        var report = ApiUsageReport.Create([new(new(2026, 3, 9, 3, 0, 0, TimeSpan.FromHours(3)), 7, 70, 100)], now, days: 1);
        report.From.Should().Be(At(9, 0));
        report.To.Should().Be(At(9, 23));
        report.Days.Should().ContainSingle().Which.Should().Be(new ApiUsageDay(new(2026, 3, 9), 7, 70, 100, 22, IsGap: false));
    }

    [Fact]
    public void Hours_outside_the_days_are_left_out_and_the_same_hour_twice_is_added_up()
    {
        var report = ApiUsageReport.Create(
            [new(At(8, 23), 100, 1, 1), new(At(9, 0), 1, 10, 100), new(At(9, 0), 2, 20, 100), new(At(10, 6), 100, 1, 1)],
            Now,
            days: 2);
        report.OwnCalls.Should().Be(3);
        report.Days[0].OrgUsed.Should().Be(20);
    }

    [Fact]
    public void A_report_survives_json()
    {
        var report = ApiUsageReport.Create([new(At(9, 7), 10, 900, 15_000)], Now);
        string json = JsonSerializer.Serialize(report, BudgetJsonContext.Default.ApiUsageReport);
        JsonSerializer.Deserialize(json, BudgetJsonContext.Default.ApiUsageReport).Should().BeEquivalentTo(report);
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.Zero);
}
