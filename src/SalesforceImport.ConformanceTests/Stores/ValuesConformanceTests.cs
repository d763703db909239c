using System.Text;

namespace SalesforceImport.ConformanceTests;

/// <summary>Values: what goes in comes out, exactly, wherever the store keeps it.</summary>
public abstract class ValuesConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Text is Unicode of any length, and empty is not null.</summary>
    [Fact]
    public virtual Task Text_comes_back_exactly() => AssertRoundTripAsync(
        PropertyType.Text,
        [
            .. ((string[])
            [
                "", " ", "  both  ends  ", "O'Brien; DROP TABLE contacts;--", "\"quoted\" 'single' `back` [square] \\ backslash %_",
                "line\nline\r\nline\ttab", "ß ÅÄÖ åäö ﬁ İ ı", "漢字 かな 한국어 עברית العربية", "👩‍👩‍👧 🇺🇸 \U0001D11E", "e\u0301 is not \u00e9",
                "\u200b\ufeff\u00a0", "N/A", "null", "0", "00123", "1e5", "true", "2026-03-01", "0.10", "{\"a\":[1,2]}",
                new string('x', 100 * 1024), string.Concat(Enumerable.Repeat("ж漢😀", 9000)),
            ]).Select(FieldValue.FromText),
        ]);

    /// <summary>Text from the wire stays UTF-8 in a shared buffer; the store must take its slice of it.</summary>
    [Fact]
    public virtual async Task Utf8_text_comes_back_as_the_slice_it_was()
    {
        byte[] buffer = Encoding.UTF8.GetBytes("beforeÅsa 漢字 😀after");
        int length = buffer.Length - "before".Length - "after".Length;
        await AssertRoundTripAsync(
            PropertyType.Text,
            [FieldValue.FromUtf8(buffer, "before".Length, length), FieldValue.FromUtf8(buffer, 0, 0), FieldValue.FromUtf8(buffer, 0, 6)]);
        Assert.Equal("Åsa 漢字 😀", FieldValue.FromUtf8(buffer, "before".Length, length).AsText());
    }

    /// <summary>64 bits, signed.</summary>
    [Fact]
    public virtual Task Integers_come_back_exactly() => AssertRoundTripAsync(
        PropertyType.Integer,
        [
            .. ((long[])[0, 1, -1, int.MaxValue, int.MinValue, (1L << 53) + 1, -(1L << 53) - 1, long.MaxValue, long.MinValue])
                .Select(FieldValue.FromInteger),
        ]);

    /// <summary>Salesforce's numbers have up to 18 digits: more than a double holds.</summary>
    [Fact]
    public virtual Task Decimals_come_back_exactly() => AssertRoundTripAsync(
        PropertyType.Decimal,
        [
            .. ((decimal[])
            [
                0m, 1m, -1m, 0.1m, -0.1m, 1.50m, 100m, 0.000000000000000001m, -0.000000000000000001m, 999999999999999999m, -999999999999999999m,
                123456789012345.678m, -9007199254740993.01m, 9007199254740993m, 12345678901.2345678m, 0.123456789012345678m, 1000000000000000000m,
            ]).Select(FieldValue.FromDecimal),
        ]);

    /// <summary>Both, and neither.</summary>
    [Fact]
    public virtual Task Booleans_come_back_exactly() =>
        AssertRoundTripAsync(PropertyType.Boolean, [FieldValue.FromBoolean(true), FieldValue.FromBoolean(false), FieldValue.Null]);

    /// <summary>Salesforce's dates: 1700 to 4000, no time, no zone.</summary>
    [Fact]
    public virtual Task Dates_come_back_exactly() => AssertRoundTripAsync(
        PropertyType.Date,
        [
            .. ((DateOnly[])[new(1700, 1, 1), new(1899, 12, 31), new(1969, 12, 31), new(1970, 1, 1), new(2000, 2, 29), new(2026, 3, 29), new(4000, 12, 31)])
                .Select(FieldValue.FromDate),
        ]);

    /// <summary>Instants to the millisecond, in UTC, whatever the zone they were given in.</summary>
    [Fact]
    public virtual Task Instants_come_back_to_the_millisecond() => AssertRoundTripAsync(
        PropertyType.DateTime,
        [
            .. ((DateTimeOffset[])
            [
                new(1700, 1, 1, 0, 0, 0, TimeSpan.Zero), new(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero), DateTimeOffset.UnixEpoch,
                new(2026, 3, 29, 1, 30, 0, 1, TimeSpan.Zero), new(2026, 10, 25, 2, 30, 0, 250, TimeSpan.FromHours(2)),
                new(2026, 1, 1, 0, 0, 0, 10, TimeSpan.FromHours(-11)), new(2038, 1, 19, 3, 14, 8, 7, TimeSpan.Zero),
                new(4000, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
            ]).Select(FieldValue.FromDateTime),
        ]);

    /// <summary>A value can be taken away again.</summary>
    [Theory]
    [InlineData(PropertyType.Text)]
    [InlineData(PropertyType.Integer)]
    [InlineData(PropertyType.Decimal)]
    [InlineData(PropertyType.Boolean)]
    [InlineData(PropertyType.Date)]
    [InlineData(PropertyType.DateTime)]
    public virtual async Task Null_replaces_a_value_and_a_value_null(PropertyType type)
    {
        var value = type switch
        {
            PropertyType.Text => FieldValue.FromText(""),
            PropertyType.Integer => FieldValue.FromInteger(0),
            PropertyType.Decimal => FieldValue.FromDecimal(0m),
            PropertyType.Boolean => FieldValue.FromBoolean(false),
            PropertyType.Date => FieldValue.FromDate(new(2000, 1, 1)),
            _ => FieldValue.FromDateTime(DateTimeOffset.UnixEpoch),
        };
        var run = await StartAsync(type);
        await run.ApplyAsync(
            Make.Create(Make.Source(Sample.Contact(1)), [value]), Make.Create(Make.Source(Sample.Contact(2)), [FieldValue.Null]));
        await run.ApplyAsync(
            Make.Update(await run.RowAsync(Sample.Contact(1)), 0, FieldValue.Null), Make.Update(await run.RowAsync(Sample.Contact(2)), 0, value));
        Assert.True((await run.RowAsync(Sample.Contact(1))).Values[0].IsNull);
        Assert.Equal(value, (await run.RowAsync(Sample.Contact(2))).Values[0]);
        Assert.False((await run.RowAsync(Sample.Contact(2))).Values[0].IsNull);
    }

    /// <summary>What the host writes is read like what was imported.</summary>
    [Fact]
    public virtual async Task Values_that_the_host_writes_are_read_exactly()
    {
        var store = await OpenStoreAsync();
        var values = new Dictionary<string, FieldValue>
        {
            ["FirstName"] = FieldValue.FromText("Åsa 'the' 漢字"),
            ["Score"] = FieldValue.FromInteger(long.MinValue),
            ["Revenue"] = FieldValue.FromDecimal(-9007199254740993.01m),
            ["OptedOut"] = FieldValue.FromBoolean(true),
            ["Birthdate"] = FieldValue.FromDate(new(1900, 2, 28)),
            ["LastSeen"] = FieldValue.FromDateTime(Sample.At(7)),
        };
        long id = await Fixture.HostInsertAsync(RecordKind.Contact, values, Cancellation);
        var run = await StoreRun.StartAsync(store);
        var row = (await run.FindIdAsync(id))!;
        for (int i = 0; i < Sample.Contacts.Properties.Count; i++)
        {
            Assert.Equal(values.GetValueOrDefault(Sample.Contacts.Properties[i].Name), row.Values[i]);
        }
    }

    /// <summary>Times and texts of runs and sources are values as well.</summary>
    [Fact]
    public virtual async Task Times_of_runs_and_sources_are_kept_to_the_millisecond()
    {
        var store = await OpenStoreAsync();
        var at = new DateTimeOffset(2026, 10, 25, 2, 59, 59, 999, TimeSpan.FromHours(2));
        var opened = await store.OpenRunAsync(
            new() { Run = "run-1", Kinds = [RecordKind.Contact], Holder = "h", At = at, New = new(Sample.Org, "{\"plan\": \"漢\"}", "Liste 'Ä'") }, Cancellation);
        await store.CloseRunAsync(new() { Run = "run-1", Epoch = opened.Epoch, State = RunState.Paused, At = at.AddMilliseconds(2) }, Cancellation);
        var found = await (await OpenStoreAsync()).FindRunAsync("run-1", Cancellation);
        Assert.Equal(at, found!.StartedAt);
        Assert.Equal(at.AddMilliseconds(2), found.ClosedAt);
        Assert.Equal("{\"plan\": \"漢\"}", found.Plan);
        Assert.Equal("Liste 'Ä'", found.ListName);
    }

    private async Task<StoreRun> StartAsync(PropertyType type) =>
        await StoreRun.StartAsync(await OpenStoreAsync(new StoreSchema(RecordKind.Contact, [new("Value", type)])));

    /// <summary>Each value as the values of a new row, of an update, of a source, of history.</summary>
    private async Task AssertRoundTripAsync(PropertyType type, IReadOnlyList<FieldValue> values)
    {
        var run = await StartAsync(type);
        await run.ApplyAsync([.. values.Select((value, i) => Make.Create(
            Make.Source(Sample.Contact(i)), [value], Make.Source(Sample.Lead(i), values: [value])))]);
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(
            await OpenStoreAsync(new StoreSchema(RecordKind.Contact, [new("Value", type)])), "run-2");
        for (int i = 0; i < values.Count; i++)
        {
            var row = await second.RowAsync(Sample.Contact(i));
            Assert.Equal(values[i], row.Values[0]);
            Assert.Equal(values[i], row.Sources.Single(source => source.Values is not null).Values![0]);
            await second.ApplyAsync(Make.Update(row, 0, values[(i + 1) % values.Count]));
            var updated = await second.RowAsync(Sample.Contact(i));
            Assert.Equal(values[(i + 1) % values.Count], updated.Values[0]);
            Assert.Equal([new PropertyChange(0, values[i], values[(i + 1) % values.Count])], updated.ChangesOfRun);
        }
    }
}
