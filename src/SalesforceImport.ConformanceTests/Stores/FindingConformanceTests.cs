namespace SalesforceImport.ConformanceTests;

/// <summary>Finding rows: by record, by link, by e-mail, by id, each row once and whole.</summary>
public abstract class FindingConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Every record of a row leads to it, and so does what a record became.</summary>
    [Fact]
    public virtual async Task A_row_is_found_by_each_of_its_sources_and_by_what_they_are_linked_to()
    {
        var run = await StartWithThreeSourcesAsync();
        foreach (var id in (SalesforceId[])[Sample.Contact(1), Sample.Lead(1), Sample.Lead(2), Sample.Contact(9)])
        {
            var row = await run.RowAsync(id);
            Assert.Equal(3, row.Sources.Count);
            Assert.Equal(new SourceKey(Sample.Org, Sample.Contact(1)), row.Leader);
        }
    }

    /// <summary>A row comes once, whatever number of keys find it.</summary>
    [Fact]
    public virtual async Task A_row_found_by_many_keys_comes_once()
    {
        var run = await StartWithThreeSourcesAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        var found = await run.Store.FindAsync(
            new()
            {
                Kind = RecordKind.Contact,
                Org = Sample.Org,
                Run = run.Id,
                Sources = [Sample.Contact(1), Sample.Lead(1), Sample.Lead(1), Sample.Contact(9), Sample.Contact(5)],
                Emails = ["ada@example.com", "lead@example.com", "nobody@example.com"],
                Ids = [row.Id, row.Id + 1000],
            },
            Cancellation);
        Assert.Equal(row.Id, Assert.Single(found.Rows).Id);
        Assert.Empty(found.Orphans);
        Assert.Empty(found.ErasedSources);
        Assert.Empty(found.ErasedEmails);
    }

    /// <summary>Nothing asked, nothing found.</summary>
    [Fact]
    public virtual async Task An_empty_request_finds_nothing()
    {
        var run = await StartWithThreeSourcesAsync();
        Assert.Empty((await run.FindAsync()).Rows);
    }

    /// <summary>An e-mail matches by contributing sources; a converted lead's does not.</summary>
    [Fact]
    public virtual async Task An_email_finds_the_row_of_a_contributing_source_only()
    {
        var run = await StartWithThreeSourcesAsync();
        Assert.Single((await run.FindByEmailAsync("ada@example.com")).Rows);
        Assert.Single((await run.FindByEmailAsync("lead@example.com")).Rows);
        Assert.Empty((await run.FindByEmailAsync("converted@example.com")).Rows);
    }

    /// <summary>Several rows may share an e-mail; the library decides, the store hides none.</summary>
    [Fact]
    public virtual async Task An_email_finds_every_row_that_has_it()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(
            Make.Person(Sample.Contact(1), "Ada", "family@example.com"),
            Make.Person(Sample.Contact(2), "Bea", "family@example.com"),
            Make.Person(Sample.Contact(3), "Cleo", "other@example.com"));
        var found = await run.FindByEmailAsync("family@example.com");
        Assert.Equal(["Ada", "Bea"], found.Rows.Select(row => row.Values[Sample.FirstName].AsText()).Order(StringComparer.Ordinal));
    }

    /// <summary>By default a person is joined within an org only.</summary>
    [Fact]
    public virtual async Task An_email_finds_rows_of_other_orgs_only_when_asked_to()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync(), org: Sample.OtherOrg);
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1), "ada@example.com", org: Sample.OtherOrg), Sample.Person("Ada", email: "ada@example.com")));
        var here = run.For(org: Sample.Org);
        Assert.Empty((await here.FindByEmailAsync("ada@example.com")).Rows);
        Assert.Single((await here.FindByEmailAsync("ada@example.com", anyOrg: true)).Rows);
        Assert.Empty((await here.FindAsync(Sample.Contact(1))).Rows);
    }

    /// <summary>The host's own rows hold e-mails as people type them.</summary>
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData(" \tADA@Example.com \n", "ada@example.com")]
    [InlineData("ÅSA@Exämple.COM", "åsa@exämple.com")]
    public virtual async Task A_row_of_the_host_is_found_by_its_email_trimmed_and_case_folded(string held, string asked)
    {
        ArgumentNullException.ThrowIfNull(held);
        var store = await OpenStoreAsync();
        long id = await InsertAsync(held);
        var run = await StoreRun.StartAsync(store);
        var row = Assert.Single((await run.FindByEmailAsync(asked)).Rows);
        Assert.Equal(id, row.Id);
        Assert.Null(row.Leader);
        Assert.Null(row.CreatedByRun);
        Assert.Empty(row.Sources);
        Assert.Equal(held, row.Values[Sample.Email].AsText());
    }

    /// <summary>The host edits its row; the old e-mail is nobody's any more.</summary>
    [Fact]
    public virtual async Task A_row_of_the_host_is_found_by_the_email_it_has_now()
    {
        var store = await OpenStoreAsync();
        long id = await InsertAsync("old@example.com");
        await Fixture.HostUpdateAsync(RecordKind.Contact, id, "Email", FieldValue.FromText("NEW@example.com"), Cancellation);
        var run = await StoreRun.StartAsync(store);
        Assert.Empty((await run.FindByEmailAsync("old@example.com")).Rows);
        Assert.Single((await run.FindByEmailAsync("new@example.com")).Rows);
        await Fixture.HostUpdateAsync(RecordKind.Contact, id, "Email", FieldValue.Null, Cancellation);
        Assert.Empty((await run.FindByEmailAsync("new@example.com")).Rows);
    }

    /// <summary>An imported row matches by its records, whatever the host writes into the property.</summary>
    [Fact]
    public virtual async Task An_imported_row_keeps_the_email_of_its_record_when_the_host_edits_the_property()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada", "ada@example.com"));
        long id = (await run.RowAsync(Sample.Contact(1))).Id;
        await Fixture.HostUpdateAsync(RecordKind.Contact, id, "Email", FieldValue.FromText("private@example.com"), Cancellation);
        Assert.Empty((await run.FindByEmailAsync("private@example.com")).Rows);
        var row = Assert.Single((await run.FindByEmailAsync("ada@example.com")).Rows);
        Assert.Equal("ada@example.com", Assert.Single(row.Sources).Email);
        Assert.Equal("private@example.com", row.Values[Sample.Email].AsText());
    }

    /// <summary>A record that is not matched by e-mail has none here, though the property has.</summary>
    [Fact]
    public virtual async Task A_record_without_a_matched_email_is_not_found_by_the_property()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Contact(1)), Sample.Person("Ada", email: "ada@example.com")));
        Assert.Empty((await run.FindByEmailAsync("ada@example.com")).Rows);
        Assert.Null(Assert.Single((await run.RowAsync(Sample.Contact(1))).Sources).Email);
    }

    /// <summary>Rows of one kind answer for that kind only.</summary>
    [Fact]
    public virtual async Task A_request_finds_rows_of_its_kind_only()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync(), also: RecordKind.Account);
        await run.ApplyAsync(Make.Create(Make.Source(Sample.Account(1), "info@example.com"), Sample.Person("Person account")));
        var accounts = run.For(RecordKind.Account);
        Assert.Empty((await accounts.FindAsync(Sample.Account(1))).Rows);
        Assert.Empty((await accounts.FindByEmailAsync("info@example.com")).Rows);
        await accounts.ApplyAsync(Make.Create(Make.Source(Sample.Account(1), "info@example.com"), Sample.Company("Person account")));
        Assert.Equal(8, (await run.RowAsync(Sample.Account(1))).Values.Count);
        Assert.Equal(2, (await accounts.RowAsync(Sample.Account(1))).Values.Count);
    }

    /// <summary>Ids that differ by case alone are different records: no collation may fold them.</summary>
    [Fact]
    public virtual async Task Ids_that_differ_by_case_alone_are_different_records()
    {
        var upper = SalesforceId.Parse("003500000000ABC");
        var lower = SalesforceId.Parse("003500000000abc");
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set([Make.Person(upper, "Upper"), Make.Person(lower, "Lower")], [], absentSources: [upper, lower]));
        Assert.Equal("Upper", (await run.RowAsync(upper)).Values[Sample.FirstName].AsText());
        Assert.Equal("Lower", (await run.RowAsync(lower)).Values[Sample.FirstName].AsText());
        Assert.Empty((await run.FindAsync(SalesforceId.Parse("003500000000aBC"))).Rows);
    }

    /// <summary>A batch is as large as a page of the org: no limit on keys may show.</summary>
    [Fact]
    public virtual async Task Thousands_of_keys_are_looked_up_at_once()
    {
        const int Count = 2500;
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        int[] numbers = [.. Enumerable.Range(1, Count)];
        await run.ApplyAsync([.. numbers.Select(i => Make.Person(Sample.Contact(i), $"Number {i}", $"n{i}@example.com"))]);
        var found = await run.Store.FindAsync(
            new()
            {
                Kind = RecordKind.Contact,
                Org = Sample.Org,
                Run = run.Id,
                Sources = [.. numbers.Select(i => Sample.Contact(i + (Count / 2)))],
                Emails = [.. numbers.Select(i => $"n{i}@example.com")],
                Ids = [.. numbers.Select(i => (long)i)],
            },
            Cancellation);
        Assert.Equal(Count, found.Rows.Count);
        Assert.Equal(Count, found.Rows.Select(row => row.Id).Distinct().Count());
        Assert.All(found.Rows, row => Assert.Equal($"Number {row.Values[Sample.Email].AsText()![1..^12]}", row.Values[Sample.FirstName].AsText()));
    }

    private Task<long> InsertAsync(string email) => Fixture.HostInsertAsync(
        RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText(email) }, Cancellation);

    private async Task<StoreRun> StartWithThreeSourcesAsync()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1), "ada@example.com"),
            Sample.Person("Ada", email: "ada@example.com"),
            Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Adah")),
            Make.Source(Sample.Lead(2), "converted@example.com", linkedTo: Sample.Contact(9), contributes: false)));
        return run;
    }
}
