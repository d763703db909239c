namespace SalesforceImport.ConformanceTests;

/// <summary>Conflicts: what a decision rested on has moved, so nothing is done, and the keys are named.</summary>
public abstract class ConflictsConformanceTests : ContactStoreConformanceTests
{
    /// <summary>Somebody else's edit is not overwritten by a decision made before it.</summary>
    [Fact]
    public virtual async Task An_update_of_a_row_that_the_host_has_edited_since_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        await Fixture.HostUpdateAsync(RecordKind.Contact, row.Id, "LastName", FieldValue.FromText("Edited"), Cancellation);

        var result = await run.TryAsync(run.Set(Make.Update(row, Sample.FirstName, FieldValue.FromText("Augusta"))));
        AssertConflict(result, rows: [row.Id]);
        var now = await run.RowAsync(Sample.Contact(1));
        Assert.NotEqual(row.Version, now.Version);
        Assert.Equal(Sample.Person("Ada", "Edited", "ada@example.com"), now.Values);
        await run.ApplyAsync(Make.Update(now, Sample.FirstName, FieldValue.FromText("Augusta")));
    }

    /// <summary>The host deleted the row: it does not come back by an update.</summary>
    [Fact]
    public virtual async Task An_update_of_a_row_that_is_gone_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        await Fixture.HostDeleteAsync(RecordKind.Contact, row.Id, Cancellation);
        AssertConflict(await run.TryAsync(run.Set(Make.Update(row, Sample.FirstName, FieldValue.FromText("A")))), rows: [row.Id]);
        AssertConflict(await run.TryAsync(run.Set(Make.Remove(row))), rows: [row.Id]);
        Assert.Empty((await run.FindAsync(Sample.Contact(1))).Rows);
    }

    /// <summary>A removal rests on what was seen, too.</summary>
    [Fact]
    public virtual async Task A_removal_of_a_row_that_has_moved_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Update(row, Sample.Score, FieldValue.FromInteger(1)));
        AssertConflict(await run.TryAsync(run.Set(Make.Remove(row))), rows: [row.Id]);
        await run.ApplyAsync(Make.Remove(await run.RowAsync(Sample.Contact(1))));
    }

    /// <summary>Nothing means nothing: no other row of the batch, no list, no log, no checkpoint, no sequence.</summary>
    [Fact]
    public virtual async Task A_conflict_changes_nothing_at_all()
    {
        var run = await StartWithAdaAsync();
        var row = await run.RowAsync(Sample.Contact(1));
        await run.ApplyAsync(Make.Person(Sample.Contact(2), "Bea"));
        var other = await run.RowAsync(Sample.Contact(2));
        await Fixture.HostUpdateAsync(RecordKind.Contact, row.Id, "Score", FieldValue.FromInteger(5), Cancellation);

        var result = await run.TryAsync(run.Set(
            [
                Make.Person(Sample.Contact(3), "Cleo"),
                Make.Update(other, Sample.FirstName, FieldValue.FromText("Beatrice")),
                Make.Update(row, Sample.FirstName, FieldValue.FromText("Augusta")),
            ],
            [Make.Source(Sample.Lead(9), linkedTo: Sample.Contact(99))],
            log: new("Contact", Sample.Contact(1), Sample.Contact(3), new byte[] { 1 })));
        AssertConflict(result, rows: [row.Id]);

        Assert.Empty((await run.FindAsync(Sample.Contact(3))).Rows);
        Assert.Empty((await run.FindAsync(Sample.Lead(9))).Orphans);
        var untouched = await run.RowAsync(Sample.Contact(2));
        Assert.Equal(other.Version, untouched.Version);
        Assert.Equal(other.Values, untouched.Values);
        Assert.Equal(2, await run.Store.CountListAsync(run.Id, RecordKind.Contact, Cancellation));
        Assert.Empty(await run.Store.ReadLogAsync(run.Id, "Contact", null, Cancellation));
        var found = await run.Store.FindRunAsync(run.Id, Cancellation);
        Assert.Equal(2, found!.Sequence);
        Assert.Equal("checkpoint 2", found.Checkpoint);
    }

    /// <summary>Found again and decided again, the batch keeps its number.</summary>
    [Fact]
    public virtual async Task After_a_conflict_the_batch_is_applied_under_the_same_number()
    {
        var run = await StartWithAdaAsync();
        AssertConflict(
            await run.TryAsync(run.Set([Make.Person(Sample.Contact(1), "Twice")], [], absentSources: [Sample.Contact(1)])),
            sources: [Sample.Contact(1)]);
        await run.ApplyAsync(run.Set([Make.Person(Sample.Contact(2), "Once")], [], absentSources: [Sample.Contact(2)]));
        Assert.Equal(2, run.Sequence);
    }

    /// <summary>A record is known by being a source of any rank, a link's target, or an orphan.</summary>
    [Fact]
    public virtual async Task A_record_thought_absent_that_is_known_in_any_way_is_a_conflict()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set(
            [Make.Create(
                Make.Source(Sample.Contact(1)),
                Sample.Person("Ada"),
                Make.Source(Sample.Lead(1), values: Sample.Person("A")),
                Make.Source(Sample.Lead(2), linkedTo: Sample.Contact(2), contributes: false))],
            [Make.Source(Sample.Lead(3), linkedTo: Sample.Contact(3), contributes: false)]));

        SalesforceId[] known =
            [Sample.Contact(1), Sample.Lead(1), Sample.Lead(2), Sample.Contact(2), Sample.Lead(3), Sample.Contact(3)];
        foreach (var id in known)
        {
            AssertConflict(await run.TryAsync(run.Set([], [], absentSources: [id])), sources: [id]);
        }

        AssertConflict(
            await run.TryAsync(run.Set([], [], absentSources: [.. known, Sample.Contact(4), Sample.Lead(4)])), sources: known);
        await run.ApplyAsync(run.Set([], [], absentSources: [Sample.Contact(4), Sample.Lead(4)]));
    }

    /// <summary>A sandbox copy has production's ids.</summary>
    [Fact]
    public virtual async Task The_same_id_in_another_org_is_no_conflict()
    {
        var run = await StartWithAdaAsync();
        var other = run.For(org: Sample.OtherOrg);
        await other.ApplyAsync(other.Set(
            [Make.Create(Make.Source(Sample.Contact(1), org: Sample.OtherOrg), Sample.Person("Other"))],
            [],
            absentSources: [Sample.Contact(1)],
            absentEmails: ["ada@example.com"]));
        Assert.NotEqual((await run.RowAsync(Sample.Contact(1))).Id, (await other.RowAsync(Sample.Contact(1))).Id);
    }

    /// <summary>An e-mail is known by a contributing source or by a row of the host's own.</summary>
    [Fact]
    public virtual async Task An_email_thought_absent_that_matches_a_row_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        AssertConflict(await run.TryAsync(run.Set([], [], absentEmails: ["ada@example.com", "new@example.com"])), emails: ["ada@example.com"]);
        await Fixture.HostInsertAsync(
            RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText("  New@Example.COM ") }, Cancellation);
        AssertConflict(await run.TryAsync(run.Set([], [], absentEmails: ["new@example.com"])), emails: ["new@example.com"]);
    }

    /// <summary>Keys looked up since the change set before can have been put by others only: what those put is a conflict all the same.</summary>
    [Fact]
    public virtual async Task What_others_put_after_the_previous_change_set_is_a_conflict()
    {
        var run = await StartWithAdaAsync();
        var ada = await run.RowAsync(Sample.Contact(1));
        await Fixture.HostInsertAsync(
            RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText("New@Example.COM") }, Cancellation);
        Assert.True(await run.Store.ForgetAsync(RecordKind.Contact, ada.Id, Cancellation));

        AssertConflict(
            await run.TryAsync(run.Set(
                [Make.Person(Sample.Contact(1), "Ada", "ada@example.com"), Make.Person(Sample.Contact(2), "New", "new@example.com"), Make.Person(Sample.Contact(3), "Cleo", "cleo@example.com")],
                [],
                absentSources: [Sample.Contact(1), Sample.Contact(2), Sample.Contact(3)],
                absentEmails: ["ada@example.com", "new@example.com", "cleo@example.com"],
                absentSincePrevious: true)),
            sources: [Sample.Contact(1)],
            emails: ["ada@example.com", "new@example.com"]);
        Assert.Empty((await run.FindAsync(Sample.Contact(3))).Rows);
    }

    /// <summary>Records that do not feed a row lend it no e-mail; orphans are no rows.</summary>
    [Fact]
    public virtual async Task An_email_of_an_orphan_or_of_a_source_that_does_not_contribute_is_no_conflict()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(run.Set(
            [Make.Create(Make.Source(Sample.Contact(1)), Sample.Person("Ada"), Make.Source(Sample.Lead(1), "lead@example.com", contributes: false))],
            [Make.Source(Sample.Lead(2), "orphan@example.com", linkedTo: Sample.Contact(7))]));
        await run.ApplyAsync(run.Set([], [], absentEmails: ["lead@example.com", "orphan@example.com"]));
    }

    /// <summary>Whether other orgs count is said with the set.</summary>
    [Fact]
    public virtual async Task An_email_of_another_org_is_a_conflict_only_when_every_org_was_looked_up()
    {
        var run = await StartWithAdaAsync();
        var other = run.For(org: Sample.OtherOrg);
        AssertConflict(await other.TryAsync(other.Set([], [], absentEmails: ["ada@example.com"], anyOrg: true)), emails: ["ada@example.com"]);
        await other.ApplyAsync(other.Set([], [], absentEmails: ["ada@example.com"]));
    }

    /// <summary>One answer names all that moved, so that one look-up mends it.</summary>
    [Fact]
    public virtual async Task A_conflict_names_every_key_that_moved_and_no_other()
    {
        var run = await StartWithAdaAsync();
        await run.ApplyAsync(Make.Person(Sample.Contact(2), "Bea", "bea@example.com"), Make.Person(Sample.Contact(3), "Cleo"));
        var ada = await run.RowAsync(Sample.Contact(1));
        var bea = await run.RowAsync(Sample.Contact(2));
        var cleo = await run.RowAsync(Sample.Contact(3));
        await Fixture.HostUpdateAsync(RecordKind.Contact, ada.Id, "Score", FieldValue.FromInteger(1), Cancellation);
        await Fixture.HostDeleteAsync(RecordKind.Contact, cleo.Id, Cancellation);
        AssertConflict(
            await run.TryAsync(run.Set(
                [Make.Update(ada, Sample.Score, FieldValue.FromInteger(2)), Make.Update(bea, Sample.Score, FieldValue.FromInteger(2)), Make.Remove(cleo)],
                [],
                absentSources: [Sample.Contact(2), Sample.Contact(3), Sample.Contact(4)],
                absentEmails: ["bea@example.com", "cleo@example.com"])),
            rows: [ada.Id, cleo.Id],
            sources: [Sample.Contact(2)],
            emails: ["bea@example.com"]);
    }

    private static void AssertConflict(
        ApplyResult result, long[]? rows = null, SalesforceId[]? sources = null, string[]? emails = null)
    {
        Assert.Equal(ApplyOutcome.Conflict, result.Outcome);
        Assert.Equal((rows ?? []).Order(), result.Rows.Order());
        Assert.Equal((sources ?? []).Order(), result.Sources.Order());
        Assert.Equal((emails ?? []).Order(StringComparer.Ordinal), result.Emails.Order(StringComparer.Ordinal));
    }

    private async Task<StoreRun> StartWithAdaAsync()
    {
        var run = await StoreRun.StartAsync(await OpenStoreAsync());
        await run.ApplyAsync(Make.Person(Sample.Contact(1), "Ada", "ada@example.com", "Byron"));
        return run;
    }
}
