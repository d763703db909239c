using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

/// <summary>A first import does without the index over e-mails until its end; nobody can tell but by the clock.</summary>
public sealed class FirstImportTests : StoreTests
{
    private const string Index = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = 'contacts_match_email'";

    [Fact]
    public async Task The_index_is_away_during_a_first_import_and_there_after_it()
    {
        var store = await PreparedAsync();
        using var host = Host();
        host.Scalar(Index).Should().Be(1);
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        host.Scalar(Index).Should().Be(0);
        await FillAsync(store, opened);

        await CloseAsync(store, opened, RunState.Completed);

        host.Scalar(Index).Should().Be(1);
        await ShouldFindAsync(store);
        host.Scalar("PRAGMA integrity_check").Should().Be("ok");
    }

    [Fact]
    public async Task A_run_that_stops_leaves_the_index_to_the_next_opening()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        await FillAsync(store, opened);
        await CloseAsync(store, opened, RunState.Paused);
        using var host = Host();
        host.Scalar(Index).Should().Be(0);
        await ShouldFindAsync(store);

        await store.OpenRunAsync(People.Opening("run-1", isNew: false), Cancellation);

        host.Scalar(Index).Should().Be(1);
        await ShouldFindAsync(store);
    }

    [Fact]
    public async Task A_store_that_is_closed_without_its_run_leaves_the_index_to_the_next_preparation()
    {
        var store = await PreparedAsync();
        await FillAsync(store, await store.OpenRunAsync(People.Opening("run-1"), Cancellation));
        await store.DisposeAsync();

        var again = await PreparedAsync();

        using var host = Host();
        host.Scalar(Index).Should().Be(1);
        await ShouldFindAsync(again);
    }

    [Fact]
    public async Task Emails_are_found_by_what_the_rows_say_now_while_the_index_is_away()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        await FillAsync(store, opened);
        await ShouldFindAsync(store);

        var row = await SingleAsync(store, People.BySource(1));
        var leader = new StoredSource { Key = new(People.Org, People.Id(1)), Object = "Contact", Email = "moved@example.com" };
        await store.ApplyAsync(People.Set("run-1", opened.Epoch, 3, "c", new UpdateRow { Id = row.Id, Version = row.Version, Leader = leader }), Cancellation);

        (await SingleAsync(store, People.ByEmail("moved@example.com"))).Id.Should().Be(row.Id);
        (await store.FindAsync(People.ByEmail("ada1@example.com"), Cancellation)).Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Preparing_again_in_the_middle_changes_nothing()
    {
        var store = await PreparedAsync();
        var opened = await store.OpenRunAsync(People.Opening("run-1"), Cancellation);
        await FillAsync(store, opened);
        await store.PrepareAsync([People.Schema], Cancellation);
        await PreparedAsync();
        await ShouldFindAsync(store);
        await CloseAsync(store, opened, RunState.Completed);
        await ShouldFindAsync(store);
    }

    private static async Task FillAsync(SqliteContactStore store, OpenedRun opened)
    {
        for (int set = 1; set <= 2; set++)
        {
            RowChange[] changes = [.. Enumerable.Range((set * 50) - 49, 50).Select(i => People.Create(i, "Ada", $"ada{i}@example.com"))];
            (await store.ApplyAsync(People.Set("run-1", opened.Epoch, set, "c", changes), Cancellation)).Outcome.Should().Be(ApplyOutcome.Applied);
        }
    }

    private static async Task ShouldFindAsync(SqliteContactStore store)
    {
        foreach (int i in (int[])[1, 50, 51, 100])
        {
            (await SingleAsync(store, People.ByEmail($"ada{i}@example.com"))).Leader!.Value.Id.Should().Be(People.Id(i));
        }

        (await store.FindAsync(People.ByEmail("nobody@example.com"), Cancellation)).Rows.Should().BeEmpty();
    }

    private static Task CloseAsync(SqliteContactStore store, OpenedRun opened, RunState state) => store.CloseRunAsync(
        new() { Run = "run-1", Epoch = opened.Epoch, State = state, At = DateTimeOffset.UnixEpoch }, Cancellation);
}
