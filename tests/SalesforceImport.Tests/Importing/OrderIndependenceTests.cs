using SalesforceImport.Importing;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Importing;

/// <summary>The same records give the same store and the same accounts, whatever the order, the batches and the kills.</summary>
public sealed class OrderIndependenceTests
{
    private const int Worlds = 150;
    private const int Variants = 5;

    [Fact]
    public async Task A_first_import_does_not_depend_on_order_batching_or_kills()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            var world = new World(seed, leads: 6, contacts: 6);
            string? expected = null;
            for (int variant = 0; variant < Variants; variant++)
            {
                var database = new InMemoryDatabase();
                string dump = await ImportAsync(database, world.Records, "one", new Random((seed * 100) + variant), kills: variant % 2 == 1);
                expected ??= dump;
                dump.Should().Be(expected, $"seed {seed}, variant {variant}");
            }
        }
    }

    [Fact]
    public async Task A_second_import_of_changed_records_does_not_depend_on_order_batching_or_kills()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            string? expected = null;
            for (int variant = 0; variant < Variants; variant++)
            {
                var (_, dump) = await SecondImportAsync(seed, variant, peopleMove: false);
                expected ??= dump;
                dump.Should().Be(expected, $"seed {seed}, variant {variant}");
            }
        }
    }

    /// <summary>
    /// When people change their e-mails and are converted, rows split and merge on the way, and which of the old rows a
    /// person ends up in, with what the host wrote there, may depend on the order. Who is one person, who leads, and what
    /// Salesforce says of them may not.
    /// </summary>
    [Fact]
    public async Task Who_is_one_person_and_what_Salesforce_says_of_them_never_depends_on_order_batching_or_kills()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            string? expected = null;
            for (int variant = 0; variant < Variants; variant++)
            {
                var (database, dump) = await SecondImportAsync(seed, variant, peopleMove: true);
                string people = await StoreDump.PeopleOfAsync(database, AgedWorld(seed, peopleMove: true).Records.Select(record => record.Id));
                expected ??= people;
                people.Should().Be(expected, $"seed {seed}, variant {variant}: {dump}");
            }
        }
    }

    [Fact]
    public async Task Importing_the_same_org_again_changes_nothing()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            var world = new World(seed, leads: 6, contacts: 6);
            var database = new InMemoryDatabase();
            await ImportAsync(database, world.Records, "one", new Random(seed), kills: false);
            string before = await StoreDump.OfAsync(database, world.Records.Select(record => record.Id), "none");
            var again = await RunAsync(database, world.Records, "two", new Random(seed + 1), kills: false);

            (await StoreDump.OfAsync(database, world.Records.Select(record => record.Id), "none")).Should().Be(before, $"seed {seed}");
            again.Tallies.Values.Sum(tally => tally.Created + tally.Updated + tally.Failed).Should().Be(0, $"seed {seed}");
        }
    }

    [Fact]
    public async Task A_twin_whose_email_changes_is_split_off()
    {
        var database = new InMemoryDatabase();
        var contact = Person("Contact", "003", 1, "a@x.test");
        var lead = Person("Lead", "00Q", 1, "A@X.test ");
        await RunAsync(database, [contact, lead], "one", new Random(1), kills: false);
        (await RowsAsync(database)).Should().ContainSingle().Which.Sources.Should().HaveCount(2);

        var second = await RunAsync(database, [contact, lead with { Email = "other@x.test" }], "two", new Random(1), kills: false);

        (await RowsAsync(database)).Should().HaveCount(2).And.OnlyContain(row => row.Sources.Count == 1);
        second.Tallies["Lead"].Created.Should().Be(1);
        second.Tallies["Contact"].Unchanged.Should().Be(1);
    }

    [Fact]
    public async Task Of_a_lead_and_a_contact_with_one_email_the_contact_leads_and_the_lead_fills_its_blanks()
    {
        var database = new InMemoryDatabase();
        var lead = Person("Lead", "00Q", 1, "a@x.test") with { FirstName = "Lee", Phone = "1", OptOut = true };
        var contact = Person("Contact", "003", 1, "a@x.test") with { FirstName = "Ann", Phone = null };
        using var harness = await BatchHarness.StartAsync(database, "one");
        await harness.ImportAsync("Lead", [lead], ordered: false);
        harness.Checkpoint.Tallies["Lead"].Created.Should().Be(1);
        await harness.ImportAsync("Contact", [contact], ordered: false);

        var row = (await RowsAsync(database)).Should().ContainSingle().Subject;
        row.Leader!.Value.Id.Should().Be(contact.Id);
        row.Values.Select(value => value.ToString()).Should().Equal("a@x.test", "Ann", "1", "", "true");
        harness.Checkpoint.Tallies["Lead"].Should().Be(new ObjectTally { Selected = 1, Collapsed = 1 });
        harness.Checkpoint.Tallies["Contact"].Should().Be(new ObjectTally { Selected = 1, Created = 1 });
    }

    /// <summary>The filter of a first import once denied such a row for good, and the record failed after five attempts.</summary>
    [Fact]
    public async Task A_row_that_the_host_adds_during_a_first_import_is_joined()
    {
        var database = new InMemoryDatabase();
        using var harness = await BatchHarness.StartAsync(database, "one", useFilter: true);
        await harness.ImportAsync("Contact", [Person("Contact", "003", 1, "a@x.test")], ordered: true);
        long host = database.Insert(RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText("b@x.test") });
        await harness.ImportAsync("Contact", [Person("Contact", "003", 2, "b@x.test"), Person("Contact", "003", 3, "c@x.test")], ordered: true);

        harness.Checkpoint.Tallies["Contact"].Should().Be(new ObjectTally { Selected = 3, Created = 2, Updated = 1 });
        (await RowsAsync(database)).Should().HaveCount(3).And.Contain(row => row.Id == host);
    }

    private static async Task<(InMemoryDatabase Database, string Dump)> SecondImportAsync(int seed, int variant, bool peopleMove)
    {
        var database = new InMemoryDatabase();
        await ImportAsync(database, new World(seed, leads: 6, contacts: 6).Records, "one", new Random(seed), kills: false);
        HostEdits(database, seed);
        return (database, await ImportAsync(database, AgedWorld(seed, peopleMove).Records, "two", new Random((seed * 100) + variant), kills: variant % 2 == 1));
    }

    private static World AgedWorld(int seed, bool peopleMove)
    {
        var world = new World(seed, leads: 6, contacts: 6);
        world.Age(peopleMove);
        return world;
    }

    private static async Task<string> ImportAsync(InMemoryDatabase database, List<WorldRecord> records, string run, Random random, bool kills)
    {
        var checkpoint = await RunAsync(database, records, run, random, kills);
        foreach (var (name, tally) in checkpoint.Tallies)
        {
            long parts = tally.Created + tally.Updated + tally.Unchanged + tally.Collapsed + tally.Skipped + tally.Failed;
            tally.Selected.Should().Be(records.Count(record => record.Object == name));
            parts.Should().Be(tally.Selected);
        }

        string accounts = string.Join('\n', checkpoint.Tallies.OrderBy(tally => tally.Key).Select(tally => $"{tally.Key} {tally.Value}"));
        return accounts + "\n" + await StoreDump.OfAsync(database, records.Select(record => record.Id), run);
    }

    private static async Task<RunCheckpoint> RunAsync(InMemoryDatabase database, List<WorldRecord> records, string run, Random random, bool kills)
    {
        using var harness = await BatchHarness.StartAsync(database, run, useFilter: random.Next(2) == 0);
        foreach (var (name, batch) in World.Batches(records, random))
        {
            await harness.ImportAsync(name, batch, ordered: false);
            if (kills && random.Next(3) == 0)
            {
                await harness.DieAndResumeAsync();
                await harness.ImportAsync(name, batch, ordered: false);
            }
        }

        await harness.CloseAsync();
        return harness.Checkpoint;
    }

    private static void HostEdits(InMemoryDatabase database, int seed)
    {
        var random = new Random(seed);
        for (int id = 1; id < 8; id++)
        {
            if (random.Next(2) == 0)
            {
                TryUpdate(database, id, random.Next(2) == 0 ? "Phone" : "Title", random.Next(3) == 0 ? default : FieldValue.FromText("host"));
            }
        }

        database.Insert(RecordKind.Contact, new Dictionary<string, FieldValue> { ["Email"] = FieldValue.FromText("C@x.test"), ["Title"] = FieldValue.FromText("host") });
    }

    private static void TryUpdate(InMemoryDatabase database, long id, string property, FieldValue value)
    {
        try
        {
            database.Update(RecordKind.Contact, id, property, value);
        }
        catch (SalesforceImportException)
        {
            // The row was merged away.
        }
    }

    private static async Task<IReadOnlyList<StoredRow>> RowsAsync(InMemoryDatabase database)
    {
        using var store = new InMemoryContactStore(database);
        await store.PrepareAsync([BatchHarness.Schema.Store]);
        var found = await store.FindAsync(new FindRequest
        {
            Kind = RecordKind.Contact,
            Org = BatchHarness.Org,
            Run = "none",
            Sources = [.. Enumerable.Range(0, 10).SelectMany(i => new[] { World.Id("003", i), World.Id("00Q", i) })],
        });
        return found.Rows;
    }

    private static WorldRecord Person(string sObject, string prefix, int number, string email) =>
        new(sObject, World.Id(prefix, number), DateTimeOffset.UnixEpoch, email, null, "Ann", null, null, false);
}
