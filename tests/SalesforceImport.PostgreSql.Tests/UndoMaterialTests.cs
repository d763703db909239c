using SalesforceImport.PostgreSql.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.PostgreSql.Tests;

public sealed class UndoMaterialTests : StoreTests
{
    [Fact]
    public async Task Rows_made_after_one_came_back_get_other_ids_even_where_the_counter_was_behind()
    {
        var store = await PreparedAsync();
        var host = await HostAsync();
        (await TryAsync(store, "run-1", new RestoreRow { Id = 3, Values = People.Values("Ada") })).Outcome.Should().Be(ApplyOutcome.Applied);
        await host.ExecuteAsync("INSERT INTO contacts (first_name) VALUES ('Bea')");
        (await TryAsync(store, "run-1", new RestoreRow { Id = 2, Values = People.Values("Cleo") })).Outcome.Should().Be(ApplyOutcome.Applied);
        await host.ExecuteAsync("INSERT INTO contacts (first_name) VALUES ('Dora')");
        (await host.ColumnAsync("SELECT id || ' ' || first_name FROM contacts ORDER BY id")).Should().Equal("2 Cleo", "3 Ada", "4 Bea", "5 Dora");
    }

    [Fact]
    public async Task The_records_that_history_keeps_are_whole_whatever_their_texts_and_times()
    {
        var store = await PreparedAsync();
        var leader = new StoredSource
        {
            Key = new(People.Org, People.Id(1)),
            Object = "Contact",
            Email = "a\0da\"\\@example.com",
            CreatedDate = new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_876_540),
        };
        var other = new StoredSource
        {
            Key = new(People.Org, People.Id(2)),
            Object = "Contact",
            Email = "\0@example.com",
            CreatedDate = DateTimeOffset.UnixEpoch.AddYears(56).AddTicks(1_234_560),
            Values = People.Values("Nul \0, picture \u2400, \"quoted\" \\ äö", revenue: 1.20m, birthdate: new(1815, 12, 10)),
        };
        (await TryAsync(store, "run-1", new CreateRow { Leader = leader, Values = People.Values("Ada"), OtherSources = [other] })).Outcome.Should().Be(ApplyOutcome.Applied);
        var row = await SingleAsync(store, People.BySource(1));
        (await TryAsync(store, "run-2", new RemoveRow { Id = row.Id, Version = row.Version })).Outcome.Should().Be(ApplyOutcome.Applied);

        var entry = (await store.ReadHistoryAsync("run-2", RecordKind.Contact, 0, 9, Cancellation)).Should().ContainSingle().Subject;
        entry.LeaderBefore.Should().Be(leader.Key);
        entry.SourcesBefore.Should().BeEquivalentTo([leader, other], options => options.Excluding(source => source.Values));
        entry.SourcesBefore!.Single(source => source.Key == other.Key).Values.Should().Equal(other.Values);
        entry.SourcesBefore!.Single(source => source.Key == leader.Key).Values.Should().BeNull();
    }

    [Fact]
    public async Task A_row_whose_property_is_no_longer_mapped_keeps_it_in_its_further_records_too()
    {
        var store = await PreparedAsync();
        var other = new StoredSource { Key = new(People.Org, People.Id(2)), Object = "Contact", Values = People.Values("A.", "own@example.com") };
        (await TryAsync(store, "run-1", new CreateRow { Leader = People.Create(1, "Ada").Leader, Values = People.Values("Ada"), OtherSources = [other] }))
            .Outcome.Should().Be(ApplyOutcome.Applied);
        await store.PrepareAsync([new StoreSchema(RecordKind.Contact, [new("FirstName", PropertyType.Text)])], Cancellation);
        var row = await SingleAsync(store, People.BySource(1));
        (await TryAsync(store, "run-2", new UpdateRow { Id = row.Id, Version = row.Version, DroppedSources = [other.Key] })).Outcome.Should().Be(ApplyOutcome.Applied);

        await store.PrepareAsync([People.Schema], Cancellation);
        var entry = (await store.ReadHistoryAsync("run-2", RecordKind.Contact, 0, 9, Cancellation)).Should().ContainSingle().Subject;
        entry.SourcesBefore!.Single(source => source.Key == other.Key).Values.Should().Equal(other.Values);
    }

    [Fact]
    public async Task References_pass_over_what_only_looks_like_an_id_and_stand_beside_NUL_characters()
    {
        var store = await PreparedAsync();
        StoredSource Further(int number, string text, string? email = null) =>
            new() { Key = new(People.Org, People.Id(number)), Object = "Contact", Values = People.Values(text, email) };
        CreateRow Person(int number, string text, params StoredSource[] others) => new()
        {
            Leader = new() { Key = new(People.Org, People.Id(number)), Object = "Contact" },
            Values = People.Values(text),
            OtherSources = others,
        };
        string Account(int number) => SalesforceId.Parse($"001{number:D12}").ToString();
        (await TryAsync(
            store,
            "run-1",
            Person(1, Account(2), Further(11, Account(1), "nul\0@example.com"), Further(12, "nul \0 inside", Account(9))),
            Person(2, "001000000000001ZZZ"),
            Person(3, "001000000000001ZZY"),
            Person(4, Account(3)))).Outcome.Should().Be(ApplyOutcome.Applied);

        async Task<string[]> ListAsync(string? after, int take) =>
            [.. (await store.ListReferencesAsync(
                People.Org, RecordKind.Contact, "firstname", after is null ? default : SalesforceId.Parse(after), take, Cancellation)).Select(id => id.ToString())];
        (await ListAsync(null, 9)).Should().Equal(Account(1), Account(2), Account(3));
        (await ListAsync(null, 2)).Should().Equal(Account(1), Account(2));
        (await ListAsync(Account(2), 1)).Should().Equal(Account(3));
    }

    private static async Task<ApplyResult> TryAsync(PostgreSqlContactStore store, string run, params RowChange[] changes)
    {
        var opened = await store.OpenRunAsync(People.Opening(run), Cancellation);
        var result = await store.ApplyAsync(People.Set(run, opened.Epoch, opened.Run.Sequence + 1, "c", changes), Cancellation);
        await store.CloseRunAsync(new() { Run = run, Epoch = opened.Epoch, State = RunState.Paused, At = DateTimeOffset.UnixEpoch }, Cancellation);
        return result;
    }
}
