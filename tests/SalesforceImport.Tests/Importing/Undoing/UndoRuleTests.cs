using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing.Undoing;

/// <summary>The rules of undo, one by one, as <c>docs/identity.md</c> gives them.</summary>
public sealed class UndoRuleTests
{
    private static readonly WorldRecord Ann = new("Contact", World.Id("003", 1), DateTimeOffset.UnixEpoch, "ann@x.test", null, "Ann", "1", "Dr", false);
    private static readonly WorldRecord AnnsLead = Ann with { Object = "Lead", Id = World.Id("00Q", 1), FirstName = "Annie", Phone = "2", Title = "Boss" };

    private readonly InMemoryDatabase _database = new();
    private readonly UndoHarness _harness;

    public UndoRuleTests() => _harness = new(_database, new Random(1), kills: false);

    [Fact]
    public async Task A_row_that_the_host_has_written_stays_and_says_so()
    {
        await _harness.ImportAsync("one", [Ann]);
        _database.Update(RecordKind.Contact, 1, "Phone", FieldValue.FromText("host"));

        var undone = await _harness.UndoAsync("one");

        (await ValuesAsync()).Should().Equal("ann@x.test|Ann|host|Dr|false");
        undone.Examples.Should().Equal(new UndoLeft { Kind = RecordKind.Contact, RowId = 1, Record = Ann.Id, Reason = UndoLeftReason.WrittenByHost });
    }

    [Fact]
    public async Task A_row_that_a_newer_run_has_changed_stays_until_that_run_is_undone()
    {
        await _harness.ImportAsync("one", [Ann]);
        await _harness.ImportAsync("two", [Ann with { Title = "Prof" }]);

        var undone = await _harness.UndoAsync("one");

        undone.Left.Should().Equal(new Dictionary<UndoLeftReason, long> { [UndoLeftReason.ChangedByNewerRun] = 1 });
        (await ValuesAsync()).Should().Equal("ann@x.test|Ann|1|Prof|false");
        (await _harness.UndoAsync("two")).Removed.Should().Be(1);
        (await ValuesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_property_goes_back_only_where_it_still_holds_what_the_run_gave_it()
    {
        await _harness.ImportAsync("one", [Ann]);
        await _harness.ImportAsync("two", [Ann with { FirstName = "Anna", Title = "Prof", Email = "anna@x.test" }]);
        await _harness.ImportAsync("three", [Ann with { FirstName = "Anna", Title = "Sir", Email = "anna@x.test" }]);
        _database.Update(RecordKind.Contact, 1, "FirstName", FieldValue.FromText("host"));

        var undone = await _harness.UndoAsync("two");

        (await ValuesAsync()).Should().Equal("ann@x.test|host|1|Sir|false");
        undone.Examples.Select(left => (left.Property, left.Reason)).Should().BeEquivalentTo(
            new[] { ("FirstName", UndoLeftReason.WrittenByHost), ("Title", UndoLeftReason.ChangedByNewerRun) });
    }

    [Fact]
    public async Task What_an_older_undo_left_for_a_newer_runs_sake_goes_back_with_that_run()
    {
        await _harness.ImportAsync("one", [Ann]);
        await _harness.ImportAsync("two", [Ann with { Title = "Prof" }]);
        await _harness.ImportAsync("three", [Ann with { Title = "Sir" }]);

        await _harness.UndoAsync("two");
        (await ValuesAsync()).Should().Equal("ann@x.test|Ann|1|Sir|false");
        await _harness.UndoAsync("three");

        (await ValuesAsync()).Should().Equal("ann@x.test|Ann|1|Dr|false");
    }

    [Fact]
    public async Task An_opt_out_stays()
    {
        await _harness.ImportAsync("one", [Ann]);
        await _harness.ImportAsync("two", [Ann with { OptOut = true, Title = "Prof" }]);

        var undone = await _harness.UndoAsync("two");

        (await ValuesAsync()).Should().Equal("ann@x.test|Ann|1|Dr|true");
        undone.Examples.Should().Equal(new UndoLeft { Kind = RecordKind.Contact, RowId = 1, Property = "EmailOptOut", Reason = UndoLeftReason.OptOutKept });
    }

    [Fact]
    public async Task A_better_record_that_came_with_the_run_goes_and_the_former_one_leads_again()
    {
        await _harness.ImportAsync("one", [AnnsLead]);
        await _harness.ImportAsync("two", [Ann]);
        (await ValuesAsync()).Should().Equal("ann@x.test|Ann|2|Dr|false");

        var undone = await _harness.UndoAsync("two");

        (await ValuesAsync()).Should().Equal("ann@x.test|Annie|2|Boss|false");
        (await RowDump.RowsAsync(_database)).Single().Sources.Should().ContainSingle().Which.Key.Id.Should().Be(AnnsLead.Id);
        undone.Reverted.Should().Be(1);
    }

    [Fact]
    public async Task Rows_that_the_run_merged_are_two_again()
    {
        var other = AnnsLead with { Email = "other@x.test" };
        await _harness.ImportAsync("one", [Ann, other]);
        string before = await RowDump.OfAsync(_database);
        await _harness.ImportAsync("two", [AnnsLead]);
        (await RowDump.RowsAsync(_database)).Should().ContainSingle();

        var undone = await _harness.UndoAsync("two");

        undone.Restored.Should().Be(1);
        (await RowDump.OfAsync(_database)).Should().Be(before);
    }

    [Fact]
    public async Task A_record_that_the_host_holds_in_another_row_by_now_stays_there()
    {
        await _harness.ImportAsync("one", [Ann, AnnsLead]);
        await _harness.ImportAsync("two", [AnnsLead with { Email = "other@x.test" }]);
        long split = (await RowDump.RowsAsync(_database)).Max(row => row.Id);
        _database.Update(RecordKind.Contact, split, "Phone", FieldValue.FromText("host"));

        var undone = await _harness.UndoAsync("two");

        undone.Examples.Should().BeEquivalentTo(new UndoLeft[]
        {
            new() { Kind = RecordKind.Contact, RowId = split, Record = AnnsLead.Id, Reason = UndoLeftReason.WrittenByHost },
            new() { Kind = RecordKind.Contact, RowId = 1, Record = AnnsLead.Id, Reason = UndoLeftReason.BelongsToAnotherRow },
        });
    }

    [Fact]
    public async Task A_row_of_the_hosts_own_that_the_run_took_over_is_the_hosts_own_again()
    {
        await HostRows.PrepareAsync(_database);
        HostRows.Insert(_database, "ann@x.test");
        string before = await RowDump.OfAsync(_database);
        await _harness.ImportAsync("one", [Ann]);

        await _harness.UndoAsync("one");

        (await RowDump.OfAsync(_database)).Should().Be(before);
    }

    [Fact]
    public async Task A_converted_lead_waits_again_for_the_contact_that_goes()
    {
        var converted = AnnsLead with { ConvertedTo = Ann.Id };
        await _harness.ImportAsync("one", [converted]);
        await _harness.ImportAsync("two", [Ann]);

        await _harness.UndoAsync("two");

        (await StoreDump.OfAsync(_database, [Ann.Id, AnnsLead.Id], "none")).Should().StartWith($"orphan Lead {AnnsLead.Id}");
    }

    [Fact]
    public async Task What_an_erased_person_left_does_not_come_back()
    {
        await _harness.ImportAsync("one", [Ann, AnnsLead]);
        await _harness.ImportAsync("two", [AnnsLead with { Email = "other@x.test" }]);
        using (var store = new InMemoryContactStore(_database))
        {
            await store.ForgetAsync(RecordKind.Contact, (await RowDump.RowsAsync(_database)).Max(row => row.Id), TestContext.Current.CancellationToken);
        }

        await _harness.UndoAsync("two");

        (await RowDump.RowsAsync(_database)).SelectMany(row => row.Sources).Select(source => source.Key.Id).Should().Equal(Ann.Id);
    }

    private async Task<IEnumerable<string>> ValuesAsync() =>
        (await RowDump.RowsAsync(_database)).OrderBy(row => row.Id).Select(row => string.Join('|', row.Values));
}
