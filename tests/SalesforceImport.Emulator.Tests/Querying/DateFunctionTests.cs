using System.Globalization;

namespace SalesforceImport.Emulator.Tests.Querying;

/// <summary>Parts of dates and instants, to filter, group and sort by.</summary>
public sealed class DateFunctionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    public static TheoryData<string, Func<DateTime, int>> Parts => new()
    {
        { "CALENDAR_YEAR", time => time.Year },
        { "CALENDAR_QUARTER", time => (time.Month + 2) / 3 },
        { "CALENDAR_MONTH", time => time.Month },
        { "FISCAL_YEAR", time => time.Year },
        { "DAY_IN_MONTH", time => time.Day },
        { "DAY_IN_WEEK", time => 1 + (int)time.DayOfWeek },
        { "DAY_IN_YEAR", time => time.DayOfYear },
        { "HOUR_IN_DAY", time => time.Hour },
        { "WEEK_IN_MONTH", time => 1 + ((time.Day - 1) / 7) },
        { "WEEK_IN_YEAR", time => 1 + ((time.DayOfYear - 1) / 7) },
    };

    private EmulatedOrg Org => fixture.Emulator.Org;

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Records_are_grouped_and_sorted_by_a_part(string function, Func<DateTime, int> part)
    {
        var expected = Org.Rows("Lead").GroupBy(lead => part(((DateTimeOffset)lead["CreatedDate"]!).UtcDateTime)).OrderByDescending(group => group.Key).Select(group => (group.Key, group.Count()));
        var records = await fixture.Client.QueryRecordsAsync($"SELECT {function}(CreatedDate) part, COUNT(Id) n FROM Lead GROUP BY {function}(CreatedDate) ORDER BY {function}(CreatedDate) DESC");
        records.Select(record => ((int)record["part"]!, (int)record["n"]!)).Should().Equal(expected);
    }

    [Fact]
    public async Task A_part_without_a_name_is_numbered_and_one_of_a_parents_field_is_taken()
    {
        var records = await fixture.Client.QueryRecordsAsync("SELECT CALENDAR_YEAR(Account.CreatedDate), COUNT(Id) FROM Contact GROUP BY CALENDAR_YEAR(Account.CreatedDate)");
        records[0].Select(pair => pair.Key).Should().Equal("attributes", "expr0", "expr1");
        records.Sum(record => (int)record["expr1"]!).Should().Be(3400);
        records.Should().Contain(record => record["expr0"] == null);
    }

    [Theory]
    [InlineData("CALENDAR_YEAR(CreatedDate) = 2024")]
    [InlineData("calendar_month(l.CreatedDate) IN (3, 4)")]
    [InlineData("DAY_ONLY(CreatedDate) >= 2024-01-01")]
    [InlineData("CALENDAR_YEAR(ConvertedDate) != null")]
    public async Task Records_are_filtered_by_a_part(string condition)
    {
        bool Holds(EmulatedRecord lead)
        {
            var time = (DateTimeOffset)lead["CreatedDate"]!;
            return condition[0] switch
            {
                'c' => time.Month is 3 or 4,
                'D' => time.Year >= 2024,
                _ => condition.EndsWith("null", StringComparison.Ordinal) ? lead["ConvertedDate"] is not null : time.Year == 2024,
            };
        }

        var expected = Org.Rows("Lead").Where(Holds).Select(lead => lead.Id).ToList();
        expected.Should().NotBeEmpty();
        (await fixture.Client.QueryIdsAsync($"SELECT Id FROM Lead l WHERE {condition}")).Should().Equal(expected);
    }

    [Fact]
    public async Task Days_are_grouped_as_dates()
    {
        var day = (await fixture.Client.QueryRecordsAsync("SELECT DAY_ONLY(CreatedDate) day FROM Lead GROUP BY DAY_ONLY(CreatedDate) LIMIT 1")).Single().RequiredString("day");
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _).Should().BeTrue();
    }

    [Fact]
    public async Task The_label_of_a_value_is_the_value()
    {
        var lead = Org.Rows("Lead").First();
        var record = (await fixture.Client.QueryRecordsAsync($"SELECT toLabel(Status) FROM Lead WHERE Id = '{lead.Id}'")).Single();
        record.RequiredString("Status").Should().Be((string)lead["Status"]!);
    }

    [Theory]
    [InlineData("SELECT CALENDAR_YEAR(CreatedDate) FROM Lead", "must be grouped or aggregated: CALENDAR_YEAR(CreatedDate)")]
    [InlineData("SELECT CALENDAR_YEAR(CreatedDate) FROM Lead GROUP BY CALENDAR_MONTH(CreatedDate)", "must be grouped or aggregated: CALENDAR_YEAR(CreatedDate)")]
    [InlineData("SELECT Id FROM Lead WHERE CALENDAR_YEAR(Name) = 1", "can not be used in CALENDAR_YEAR")]
    [InlineData("SELECT Id FROM Opportunity WHERE HOUR_IN_DAY(CloseDate) = 1", "can not be used in HOUR_IN_DAY")]
    [InlineData("SELECT toLabel(Name) FROM Lead", "can not be used in TOLABEL")]
    public async Task Parts_that_make_no_sense_are_refused(string soql, string message)
    {
        var error = await fixture.Client.QueryErrorAsync(soql);
        (error.Code, error.Message).Should().Be(("MALFORMED_QUERY", error.Message));
        error.Message.Should().Contain(message);
    }
}
