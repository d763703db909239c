namespace SalesforceImport.ConformanceTests;

/// <summary>Schemas that change between imports: mappings come, go and come back; data stays.</summary>
public abstract class SchemaEvolutionConformanceTests : ContactStoreConformanceTests
{
    private static readonly StoreProperty First = new("FirstName", PropertyType.Text);
    private static readonly StoreProperty Score = new("Score", PropertyType.Integer);
    private static readonly StoreProperty Extra = new("Extra", PropertyType.Decimal);

    /// <summary>Preparing is done at every start.</summary>
    [Fact]
    public virtual async Task Preparing_again_changes_nothing()
    {
        var store = await OpenStoreAsync(Schema(First, Score));
        var run = await StoreRun.StartAsync(store);
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(1)), [Text("Ada"), FieldValue.FromInteger(1)]));
        await store.PrepareAsync([Schema(First, Score)], Cancellation);
        Assert.Equal([Text("Ada"), FieldValue.FromInteger(1)], (await run.RowAsync(Sample.Contact(1))).Values);
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(2)), [Text("Bea"), FieldValue.Null]));
    }

    /// <summary>Old rows have no value for a property that is new.</summary>
    [Fact]
    public virtual async Task A_property_that_is_added_is_null_in_old_rows_and_can_be_written()
    {
        var run = await StartWithAdaAsync(First);
        var again = await ReopenAsync(run, First, Extra);
        var row = await again.RowAsync(Sample.Contact(1));
        Assert.Equal([Text("Ada"), FieldValue.Null], row.Values);
        Assert.Equal([FieldValue.Null], row.Sources.Single(source => source.Values is not null).Values!.Skip(1));
        await again.ApplyAsync(
            Make.Update(row, 1, FieldValue.FromDecimal(1.5m)),
            Make.Create(Make.Source(Sample.Contact(2)), [Text("Bea"), FieldValue.FromDecimal(2.5m)]));
        Assert.Equal([Text("Ada"), FieldValue.FromDecimal(1.5m)], (await again.RowAsync(Sample.Contact(1))).Values);
        Assert.Equal([Text("Bea"), FieldValue.FromDecimal(2.5m)], (await again.RowAsync(Sample.Contact(2))).Values);
    }

    /// <summary>What is no longer mapped is not shown, not dropped, and comes back.</summary>
    [Fact]
    public virtual async Task A_property_that_is_no_longer_mapped_keeps_its_data_until_it_is_mapped_again()
    {
        var run = await StartWithAdaAsync(First, Score);
        var fewer = await ReopenAsync(run, First);
        var row = await fewer.RowAsync(Sample.Contact(1));
        Assert.Equal([Text("Ada")], row.Values);
        await fewer.ApplyAsync(Make.Update(row, 0, Text("Augusta")));
        var again = await ReopenAsync(fewer, First, Score);
        Assert.Equal([Text("Augusta"), FieldValue.FromInteger(7)], (await again.RowAsync(Sample.Contact(1))).Values);
    }

    /// <summary>The order is the mapping's; values belong to names.</summary>
    [Fact]
    public virtual async Task Values_follow_their_names_when_the_order_changes()
    {
        var run = await StartWithAdaAsync(First, Score);
        var row = await run.RowAsync(Sample.Contact(1));
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(run.Store, "run-2");
        await second.ApplyAsync(Make.Update(row, 1, FieldValue.FromInteger(8)));

        var turned = await ReopenAsync(second, Extra, Score, First);
        var read = await turned.RowAsync(Sample.Contact(1));
        Assert.Equal([FieldValue.Null, FieldValue.FromInteger(8), Text("Ada")], read.Values);
        Assert.Equal(
            [FieldValue.Null, FieldValue.FromInteger(70), Text("Source")], read.Sources.Single(source => source.Values is not null).Values);
        Assert.Equal([new PropertyChange(1, FieldValue.FromInteger(7), FieldValue.FromInteger(8))], read.ChangesOfRun);
    }

    /// <summary>History speaks of properties by the names of then; what is not mapped now has no position.</summary>
    [Fact]
    public virtual async Task Changes_of_a_property_that_is_no_longer_mapped_stay_in_history()
    {
        var run = await StartWithAdaAsync(First, Score);
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(run.Store, "run-2");
        await second.ApplyAsync(Make.Update(await second.RowAsync(Sample.Contact(1)), 1, FieldValue.FromInteger(8)));
        var fewer = await ReopenAsync(second, First);
        Assert.Empty((await fewer.RowAsync(Sample.Contact(1))).ChangesOfRun);
        var entry = Assert.Single(await fewer.Store.ReadHistoryAsync("run-2", RecordKind.Contact, 0, 10, Cancellation));
        Assert.Equal([new HistoryChange("Score", FieldValue.FromInteger(7), FieldValue.FromInteger(8))], entry.Changes);
    }

    /// <summary>Data is never retyped: the mapping is refused, and the message says what meets what.</summary>
    [Theory]
    [InlineData(PropertyType.Text)]
    [InlineData(PropertyType.Boolean)]
    [InlineData(PropertyType.DateTime)]
    public virtual async Task A_property_with_a_type_that_does_not_fit_is_refused_by_name(PropertyType type)
    {
        var run = await StartWithAdaAsync(First, Score);
        var store = await Fixture.OpenAsync(Cancellation);
        var exception = await Assert.ThrowsAnyAsync<SalesforceImportException>(
            () => store.PrepareAsync([Schema(First, new("Score", type))], Cancellation));
        Assert.Contains("Score", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Integer", exception.Message, StringComparison.Ordinal);
        Assert.Contains(type.ToString(), exception.Message, StringComparison.Ordinal);
        Assert.Equal([Text("Ada"), FieldValue.FromInteger(7)], (await run.RowAsync(Sample.Contact(1))).Values);
        await store.PrepareAsync([Schema(First, Score)], Cancellation);
    }

    /// <summary>Two versions of the host run side by side during a deployment.</summary>
    [Fact]
    public virtual async Task Two_processes_with_different_mappings_read_and_write_the_same_rows()
    {
        var old = await OpenStoreAsync(Schema(First, Score));
        var run = await StoreRun.StartAsync(old);
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(1)), [Text("Ada"), FieldValue.FromInteger(1)]));
        var later = run.Through(await OpenStoreAsync(Schema(Extra, First)));
        Assert.Equal([FieldValue.Null, Text("Ada")], (await later.RowAsync(Sample.Contact(1))).Values);
        await run.ApplyAsync(Make.Update(await run.RowAsync(Sample.Contact(1)), 1, FieldValue.FromInteger(2)));
        Assert.Equal([Text("Ada"), FieldValue.FromInteger(2)], (await run.RowAsync(Sample.Contact(1))).Values);
        Assert.Equal([FieldValue.Null, Text("Ada")], (await later.RowAsync(Sample.Contact(1))).Values);
    }

    /// <summary>Names compare without case, as in the schema itself.</summary>
    [Fact]
    public virtual async Task A_property_mapped_in_other_case_is_the_same_property()
    {
        var run = await StartWithAdaAsync(First, Score);
        var again = await ReopenAsync(run, new StoreProperty("Firstname", PropertyType.Text), new StoreProperty("SCORE", PropertyType.Integer));
        Assert.Equal([Text("Ada"), FieldValue.FromInteger(7)], (await again.RowAsync(Sample.Contact(1))).Values);
    }

    /// <summary>Names are the mapping's business: words of a query language and letters of any script.</summary>
    [Fact]
    public virtual async Task Property_names_may_be_keywords_long_or_of_any_script()
    {
        StoreProperty[] properties =
        [
            .. ((string[])["Order", "Group", "Select", "Table", "Values", "Index", "Default", "Null", "Straße", "名前", "X", "A1B2", "LongDescriptionOfSomethingThatHasAVeryLongName"])
                .Select(name => new StoreProperty(name, PropertyType.Text)),
        ];
        var run = await StoreRun.StartAsync(await OpenStoreAsync(Schema(properties)));
        FieldValue[] values = [.. properties.Select(property => Text(property.Name))];
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(1)), values));
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.Equal(values, row.Values);
        await run.ApplyAsync(Make.Update(row, 0, Text("Changed")));
        Assert.Equal("Changed", (await run.RowAsync(Sample.Contact(1))).Values[0].AsText());
    }

    /// <summary>Orgs with hundreds of custom fields are common.</summary>
    [Fact]
    public virtual async Task A_kind_may_have_hundreds_of_properties_or_none()
    {
        StoreProperty[] properties = [.. Enumerable.Range(1, 300).Select(i => new StoreProperty($"Field{i}", PropertyType.Integer))];
        var run = await StoreRun.StartAsync(
            await OpenStoreAsync(Schema(properties), new StoreSchema(RecordKind.Account, [])), also: RecordKind.Account);
        FieldValue[] values = [.. properties.Select((_, i) => i % 7 == 0 ? FieldValue.Null : FieldValue.FromInteger(i))];
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(1)), values));
        Assert.Equal(values, (await run.RowAsync(Sample.Contact(1))).Values);
        var accounts = run.For(RecordKind.Account);
        await accounts.ApplyAsync(Make.Create(Make.Source(Sample.Account(1)), []));
        Assert.Empty((await accounts.RowAsync(Sample.Account(1))).Values);
    }

    /// <summary>A kind that is imported later is prepared later.</summary>
    [Fact]
    public virtual async Task A_kind_can_be_added_later()
    {
        var run = await StartWithAdaAsync(First, Score);
        await run.CloseAsync();
        var store = await OpenStoreAsync(Schema(First, Score), Sample.Accounts);
        var both = await StoreRun.StartAsync(store, "run-2", also: RecordKind.Account);
        Assert.Equal([RecordKind.Account], both.Opened.EmptyKinds);
        Assert.Single((await both.FindAsync(Sample.Contact(1))).Rows);
    }

    private static FieldValue Text(string text) => FieldValue.FromText(text);

    private static StoreSchema Schema(params StoreProperty[] properties) => new(RecordKind.Contact, properties);

    /// <summary>Ada, 7, with a further source of values of its own; only the properties given.</summary>
    private async Task<StoreRun> StartWithAdaAsync(params StoreProperty[] properties)
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync(Schema(properties)));
        FieldValue[] row = [Text("Ada"), FieldValue.FromInteger(7)];
        FieldValue[] source = [Text("Source"), FieldValue.FromInteger(70)];
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1)), row[..properties.Length], Make.Source(Sample.Lead(1), values: source[..properties.Length])));
        return run;
    }

    private async Task<StoreRun> ReopenAsync(StoreRun run, params StoreProperty[] properties)
    {
        await run.CloseAsync(RunState.Paused);
        return await StoreRun.ResumeAsync(await OpenStoreAsync(Schema(properties)), run.Id);
    }
}
