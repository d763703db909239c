namespace SalesforceImport.ConformanceTests;

/// <summary>Forgetting: the values of a person are gone, and the person does not come back.</summary>
public abstract class ForgettingConformanceTests : ContactStoreConformanceTests
{
    /// <summary>A forgotten row is found by nothing, and told once.</summary>
    [Fact]
    public virtual async Task A_forgotten_row_is_gone_and_cannot_be_forgotten_twice()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.True(await run.Store.ForgetAsync(RecordKind.Contact, row.Id, Cancellation));
        Assert.False(await run.Store.ForgetAsync(RecordKind.Contact, row.Id, Cancellation));
        Assert.Null(await run.FindIdAsync(row.Id));
        Assert.Empty((await run.FindAsync(Sample.Contact(1), Sample.Lead(1), Sample.Contact(8))).Rows);
        Assert.Empty((await run.FindByEmailAsync("ada@example.com")).Rows);
        Assert.Empty((await run.FindByEmailAsync("lead@example.com")).Rows);
        Assert.Empty(await run.Store.ListSyncedIdsAsync(Sample.Org, "Contact", default, 10, Cancellation));
        Assert.Empty(await run.Store.ListSyncedIdsAsync(Sample.Org, "Lead", default, 10, Cancellation));
    }

    /// <summary>Nothing there, nothing done; another kind's row of the same id stays.</summary>
    [Fact]
    public virtual async Task Forgetting_a_row_that_is_not_there_is_false()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.False(await run.Store.ForgetAsync(RecordKind.Contact, row.Id + 1000, Cancellation));
        Assert.False(await run.Store.ForgetAsync(RecordKind.Account, row.Id, Cancellation));
        Assert.Single((await run.FindAsync(Sample.Contact(1))).Rows);
    }

    /// <summary>A later import meets the person again, and must know it: by any record, by any e-mail.</summary>
    [Fact]
    public virtual async Task The_records_and_emails_of_a_forgotten_row_are_erased_in_every_process()
    {
        var run = await StartWithAdaAsync();
        await run.ApplyAsync(Make.Person(Sample.Contact(2), "Bea", "bea@example.com"));
        await ForgetAsync(run);
        await run.CloseAsync();

        var later = await StoreRun.StartAsync(await OpenStoreAsync(), "run-2");
        var found = await later.Store.FindAsync(
            new()
            {
                Kind = RecordKind.Contact,
                Org = Sample.Org,
                Run = later.Id,
                Sources = [Sample.Contact(1), Sample.Lead(1), Sample.Contact(2), Sample.Contact(3)],
                Emails = ["ada@example.com", "lead@example.com", "bea@example.com", "new@example.com"],
            },
            Cancellation);
        Assert.Equal([Sample.Contact(1), Sample.Lead(1)], found.ErasedSources.Order());
        Assert.Equal(["ada@example.com", "lead@example.com"], found.ErasedEmails.Order(StringComparer.Ordinal));
        Assert.Equal("Bea", Assert.Single(found.Rows).Values[Sample.FirstName].AsText());
    }

    /// <summary>Ids are the org's: a sandbox's record of the same id is another.</summary>
    [Fact]
    public virtual async Task Only_the_records_of_the_org_are_erased()
    {
        var run = await StartWithAdaAsync();
        await ForgetAsync(run);
        Assert.Empty((await run.For(org: Sample.OtherOrg).FindAsync(Sample.Contact(1))).ErasedSources);
    }

    /// <summary>The batch was decided before: it must not bring the person back.</summary>
    [Fact]
    public virtual async Task What_was_thought_absent_and_is_erased_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        await ForgetAsync(run);
        var result = await run.TryAsync(run.Set(
            [Make.Person(Sample.Contact(1), "Ada", "ada@example.com")],
            [],
            absentSources: [Sample.Contact(1), Sample.Contact(3)],
            absentEmails: ["ada@example.com", "new@example.com"]));
        Assert.Equal(ApplyOutcome.Conflict, result.Outcome);
        Assert.Equal([Sample.Contact(1)], result.Sources);
        Assert.Equal(["ada@example.com"], result.Emails);
        Assert.Empty((await run.FindAsync(Sample.Contact(1))).Rows);
    }

    /// <summary>The host forgets while an import has the row in its hands.</summary>
    [Fact]
    public virtual async Task An_update_decided_before_the_row_was_forgotten_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        Assert.True(await (await OpenStoreAsync()).ForgetAsync(RecordKind.Contact, row.Id, Cancellation));
        var result = await run.TryAsync(run.Set(Make.Update(row, Sample.FirstName, FieldValue.FromText("Back"))));
        Assert.Equal(ApplyOutcome.Conflict, result.Outcome);
        Assert.Equal([row.Id], result.Rows);
        await run.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
    }

    /// <summary>History and lists speak of the person as well.</summary>
    [Fact]
    public virtual async Task The_history_and_list_places_of_a_forgotten_row_are_gone_for_every_run()
    {
        var run = await StartWithAdaAsync();
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(run.Store, "run-2");
        var row = await second.RowAsync(Sample.Contact(1));
        await second.ApplyAsync(new UpdateRow
        {
            Id = row.Id,
            Version = row.Version,
            Properties = [new(Sample.FirstName, row.Values[Sample.FirstName], FieldValue.FromText("Augusta"))],
            ChangesOfRun = [new(Sample.FirstName, row.Values[Sample.FirstName], FieldValue.FromText("Augusta"))],
            AddToList = true,
        });
        await ForgetAsync(second);
        Assert.Empty(await run.Store.ReadHistoryAsync("run-2", RecordKind.Contact, 0, 10, Cancellation));
        foreach (string id in (string[])["run-1", "run-2"])
        {
            Assert.Empty(await run.Store.ReadListAsync(id, RecordKind.Contact, 0, 10, Cancellation));
            Assert.Equal(0, await run.Store.CountListAsync(id, RecordKind.Contact, Cancellation));
        }
    }

    /// <summary>Erasure of one person takes nothing from another.</summary>
    [Fact]
    public virtual async Task Other_rows_keep_everything()
    {
        var run = await StartWithAdaAsync();
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(2), "bea@example.com"), Sample.Person("Bea"), Make.Source(Sample.Lead(2), values: Sample.Person("B"))));
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(run.Store, "run-2");
        await second.ApplyAsync(Make.Update(await second.RowAsync(Sample.Contact(2)), Sample.Score, FieldValue.FromInteger(3)));
        await ForgetAsync(second);
        var row = await second.RowAsync(Sample.Contact(2));
        Assert.Equal(2, row.Sources.Count);
        Assert.Single(row.ChangesOfRun);
        Assert.Equal([new ListMember(row.Id, true)], await run.Store.ReadListAsync("run-1", RecordKind.Contact, 0, 10, Cancellation));
    }

    /// <summary>A row of the host's own has an e-mail to be known by.</summary>
    [Fact]
    public virtual async Task A_forgotten_row_of_the_host_is_known_by_its_email()
    {
        var store = await OpenStoreAsync();
        long id = await Fixture.HostInsertAsync(
            RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText(" Own@Example.com") }, Cancellation);
        Assert.True(await store.ForgetAsync(RecordKind.Contact, id, Cancellation));
        var run = await StoreRun.StartAsync(store);
        var found = await run.FindByEmailAsync("own@example.com");
        Assert.Empty(found.Rows);
        Assert.Equal(["own@example.com"], found.ErasedEmails);
    }

    /// <summary>The host knew the person by another e-mail than Salesforce did: both are erased.</summary>
    [Fact]
    public virtual async Task The_email_that_the_host_wrote_into_a_forgotten_row_is_erased_too()
    {
        var run = await StartWithAdaAsync();
        await Fixture.HostUpdateAsync(
            RecordKind.Contact, (await run.RowAsync(Sample.Contact(1))).Id, "Email", FieldValue.FromText("Private@Example.com "), Cancellation);
        await ForgetAsync(run);
        Assert.Equal(["private@example.com"], (await run.FindByEmailAsync("private@example.com")).ErasedEmails);
        Assert.Equal(["ada@example.com"], (await run.FindByEmailAsync("ada@example.com")).ErasedEmails);
    }

    /// <summary>Values, e-mails, before-images: nothing is left to read anywhere, not even in pages the database no longer uses.</summary>
    [Fact]
    public virtual async Task No_value_of_a_forgotten_row_is_left_anywhere()
    {
        string[] secrets = ["Qvalue-row", "Qvalue-source", "Qvalue-before", "qmail-lead@example.com", "qmail-other@example.com", "Qvalue-orphan"];
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set([], [Make.Source(Sample.Lead(2), "qmail-other@example.com", Sample.Person("Qvalue-orphan"), Sample.Contact(1))]));
        await run.ApplyAsync(run.Set(
            [Make.Create(
                Make.Source(Sample.Contact(1), "qmail-lead@example.com"),
                Sample.Person("Qvalue-before", email: "qmail-lead@example.com"),
                Make.Source(Sample.Lead(1), "qmail-other@example.com", Sample.Person("Qvalue-source")),
                Make.Source(Sample.Lead(2), "qmail-other@example.com", Sample.Person("Qvalue-orphan"), Sample.Contact(1)))],
            [],
            droppedOrphans: [new(Sample.Org, Sample.Lead(2))]));
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(run.Store, "run-2");
        await second.ApplyAsync(Make.Update(await second.RowAsync(Sample.Contact(1)), Sample.FirstName, FieldValue.FromText("Qvalue-row")));
        if (await Fixture.HoldsAnywhereAsync(secrets[0], Cancellation) is not { } held)
        {
            Assert.Skip("The fixture cannot search the database.");
            return;
        }

        Assert.True(held, "The fixture does not find a value that is there.");
        await ForgetAsync(second);
        foreach (string secret in secrets)
        {
            Assert.False(await Fixture.HoldsAnywhereAsync(secret, Cancellation), $"'{secret}' is still there.");
        }
    }

    /// <summary>The rows that were merged into the person were the person too: their before-images go, however long the chain.</summary>
    [Fact]
    public virtual async Task The_history_of_rows_merged_into_a_forgotten_row_goes_with_it()
    {
        var run = await StartWithAdaAsync();
        await run.ApplyAsync(
            Make.Person(Sample.Contact(2), "Qmerged-first"), Make.Person(Sample.Contact(3), "Qmerged-second"), Make.Person(Sample.Contact(4), "Stranger"));
        await run.CloseAsync();
        var second = await StoreRun.StartAsync(run.Store, "run-2");
        await MergeAsync(second, from: Sample.Contact(3), into: Sample.Contact(2));
        await second.CloseAsync();
        var third = await StoreRun.StartAsync(run.Store, "run-3");
        await MergeAsync(third, from: Sample.Contact(2), into: Sample.Contact(1));
        var stranger = await third.RowAsync(Sample.Contact(4));
        await third.ApplyAsync(Make.Remove(stranger));

        await ForgetAsync(third);
        Assert.Empty(await run.Store.ReadHistoryAsync("run-2", RecordKind.Contact, 0, 10, Cancellation));
        Assert.Equal(stranger.Id, Assert.Single(await run.Store.ReadHistoryAsync("run-3", RecordKind.Contact, 0, 10, Cancellation)).RowId);
        Assert.NotEqual(true, await Fixture.HoldsAnywhereAsync("Qmerged-first", Cancellation));
        Assert.NotEqual(true, await Fixture.HoldsAnywhereAsync("Qmerged-second", Cancellation));
        Assert.Equal(
            [Sample.Contact(1), Sample.Contact(2), Sample.Contact(3)],
            (await third.FindAsync(Sample.Contact(1), Sample.Contact(2), Sample.Contact(3))).ErasedSources.Order());

        static async Task MergeAsync(StoreRun run, SalesforceId from, SalesforceId into)
        {
            var goes = await run.RowAsync(from);
            var stays = await run.RowAsync(into);
            await run.ApplyAsync(
                new UpdateRow
                {
                    Id = stays.Id,
                    Version = stays.Version,
                    PutSources = [.. goes.Sources.Select(source => Make.Source(source.Key.Id, values: [.. source.Values ?? goes.Values]))],
                },
                Make.Remove(goes, stays.Id));
        }
    }

    private static async Task ForgetAsync(StoreRun run) =>
        Assert.True(await run.Store.ForgetAsync(RecordKind.Contact, (await run.RowAsync(Sample.Contact(1))).Id, Cancellation));

    private async Task<StoreRun> StartWithAdaAsync()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Create(
            Make.Source(Sample.Contact(1), "ada@example.com"),
            Sample.Person("Ada", email: "ada@example.com"),
            Make.Source(Sample.Lead(1), "lead@example.com", Sample.Person("Adah"), linkedTo: Sample.Contact(8))));
        return run;
    }
}
