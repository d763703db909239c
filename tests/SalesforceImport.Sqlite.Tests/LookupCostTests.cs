using System.Globalization;
using SalesforceImport.Sqlite.Internal;
using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;
using SQLitePCL;

namespace SalesforceImport.Sqlite.Tests;

/// <summary>
/// A look-up that walks the table of sources makes every import of what is there already slower than the first one. Steps
/// of SQLite's virtual machine are counted, which are the same on every machine and every time.
/// </summary>
public sealed class LookupCostTests : StoreTests
{
    private const int Few = 20;
    private const int Many = 2_000;

    [Fact]
    public async Task Finding_a_record_costs_the_same_however_many_records_share_rows()
    {
        await ShareRowsAsync(1, Few);
        long few = CountFinding();
        await ShareRowsAsync(Few, Many);

        CountFinding().Should().Be(few);
    }

    [Fact]
    public async Task Looking_whether_a_record_is_there_costs_the_same_however_many_records_share_rows()
    {
        await ShareRowsAsync(1, Few);
        long few = CountKnowing();
        await ShareRowsAsync(Few, Many);

        CountKnowing().Should().Be(few);
    }

    [Fact]
    public async Task Deleting_a_row_costs_the_same_however_many_records_share_rows()
    {
        await ShareRowsAsync(1, Few);
        long few = CountDeleting();
        await ShareRowsAsync(Few, Many);

        CountDeleting().Should().Be(few);
    }

    private async Task ShareRowsAsync(int first, int end)
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, [.. Enumerable.Range(first, end - first).Select(ContactWithLead)]);
    }

    private static CreateRow ContactWithLead(int number)
    {
        var contact = People.Create(number, "Ada");
        return new CreateRow
        {
            Leader = contact.Leader,
            Values = contact.Values,
            OtherSources = [new StoredSource { Key = new(People.Org, Lead(number)), Object = "Lead", LinkedTo = People.Id(number), Values = contact.Values }],
        };
    }

    private long CountFinding() => Count((session, layout) => Finder.Find(session, layout, People.BySource(1)).Rows.Should().ContainSingle());

    private long CountKnowing() => Count((session, layout) =>
        new KeyLookup(session, layout, new(session, layout)).Knows(new SourceKey(People.Org, Lead(0))).Should().BeFalse());

    private long CountDeleting() => Count((session, _) => session.Execute("DELETE FROM contacts WHERE id = 1"));

    private long Count(Action<Session, KindLayout> work)
    {
        using var session = new SessionOpener(new(Folder.ConnectionString), new() { ConnectionString = Folder.ConnectionString }, BookkeepingSchema.Main).OpenWriter(Cancellation);
        session.BeginWrite(Cancellation);
        var layout = new KindTable(session, RecordKind.Contact).Prepare(People.Schema);
        long steps = 0;
        raw.sqlite3_progress_handler(session.Handle, 1, _ => (int)(0 * ++steps), null);
        work(session, layout);
        raw.sqlite3_progress_handler(session.Handle, 0, null, null);
        session.Rollback();
        return steps;
    }

    private static SalesforceId Lead(int number) => SalesforceId.Parse("00Q" + number.ToString("D12", CultureInfo.InvariantCulture));
}
