using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

public sealed class FileTests : StoreTests
{
    [Fact]
    public async Task Nothing_is_held_after_disposal_and_the_log_is_folded_in()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, "Ada"));
        await store.CountListAsync("run-1", RecordKind.Contact, Cancellation);
        await store.DisposeAsync();
        Directory.GetFiles(Folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("crm.db", "crm.db.contact.lock");
        using var exclusive = new FileStream(Folder.Database, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var used = () => store.CountListAsync("run-1", RecordKind.Contact, Cancellation);
        await used.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task An_erased_value_is_in_no_file_although_pages_were_split_and_rows_moved_while_it_was_there()
    {
        var store = await PreparedAsync();
        int[] order = [.. Enumerable.Range(1, 600).Select(i => i * 7 % 601)];
        foreach (var batch in order.Chunk(100))
        {
            await ApplyAsync(store, [.. batch.Select(i => People.Create(i, $"zebra-{i:D3}-name", $"zebra{i:D3}@example.com"))]);
        }

        for (int i = 3; i <= 600; i += 3)
        {
            var row = await SingleAsync(store, People.BySource(i));
            var change = new PropertyChange(0, row.Values[0], FieldValue.FromText(new string('x', 700)));
            await ApplyAsync(store, new UpdateRow { Id = row.Id, Version = row.Version, Properties = [change], ChangesOfRun = [change] });
        }

        for (int i = 1; i <= 600; i += 13)
        {
            Folder.Holds($"zebra{i:D3}@").Should().BeTrue();
            (await store.ForgetAsync(RecordKind.Contact, (await SingleAsync(store, People.BySource(i))).Id, Cancellation)).Should().BeTrue();
            Folder.Holds($"zebra{i:D3}@").Should().BeFalse($"the e-mail of row {i} was erased");
            Folder.Holds($"zebra-{i:D3}-").Should().BeFalse($"the name of row {i} was erased");
        }
    }

    [Fact]
    public async Task A_long_value_that_was_replaced_before_the_erasure_is_in_no_file()
    {
        var store = await PreparedAsync();
        await ApplyAsync(store, People.Create(1, string.Concat(Enumerable.Repeat("zebra ", 20_000))), People.Create(2, "Bea"));
        var row = await SingleAsync(store, People.BySource(1));
        var change = new PropertyChange(0, row.Values[0], FieldValue.FromText("short"));
        await ApplyAsync(store, new UpdateRow { Id = row.Id, Version = row.Version, Properties = [change] });
        await store.ForgetAsync(RecordKind.Contact, row.Id, Cancellation);
        Folder.Holds("zebra zebra").Should().BeFalse();
    }

    [Fact]
    public async Task Runs_survive_beside_each_other_where_their_kinds_differ()
    {
        var store = await PreparedAsync();
        var other = await PreparedAsync();
        await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        await other.OpenRunAsync(People.Opening("run-2", kind: RecordKind.Account), Cancellation);
        (await store.ListRunsAsync(10, Cancellation)).Should().HaveCount(2);
    }
}
