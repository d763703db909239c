using System.Collections.Concurrent;
using SalesforceImport.ConformanceTests;
using SalesforceImport.Stores;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>A suite that passes everything proves nothing: each broken promise must fail the test that is there for it.</summary>
public sealed class BrokenStoreTests
{
    private static readonly Dictionary<string, Func<InMemoryDatabase, Func<ContactStore, ContactStore>>> Breaks = new()
    {
        ["writes over any version"] = Each(store => new UncheckedStore(store)),
        ["forgets the checkpoint"] = Altering(set => Altered.Set(set, checkpoint: "")),
        ["applies twice"] = Each(store => new RepeatingStore(store)),
        ["is blind to epochs"] = _ =>
        {
            var newest = new ConcurrentDictionary<string, long>();
            return store => new EpochBlindStore(store, newest);
        },
        ["keeps leases after a crash"] = Each(store => new ImmortalStore(store)),
        ["takes no lease"] = _ =>
        {
            var all = new List<ContactStore>();
            return store =>
            {
                lock (all)
                {
                    all.Add(store);
                }

                return new LeaselessStore(store, all);
            };
        },
        ["drops sources on merge"] = Altering(set => set.Changes.OfType<RemoveRow>().Any()
            ? Altered.EachUpdate(set, update => Altered.Update(update, keepPuts: false))
            : set),
        ["forgets what was added to the list"] = Altering(set => Altered.EachUpdate(set, update => Altered.Update(update, keepList: false))),
        ["keeps no history"] = Altering(set => Altered.EachUpdate(set, update => Altered.Update(update, keepHistory: false))),
        ["remembers what it forgot"] = database => store => new RememberingStore(store, database),
        ["deletes instead of erasing"] = database => store => new DeletingStore(store, database),
        ["takes decimals for doubles"] = Values(value =>
            value.Type == PropertyType.Decimal ? FieldValue.FromDecimal((decimal)(double)value.AsDecimal()) : value),
        ["loses milliseconds"] = Values(value => value.Type == PropertyType.DateTime
            ? FieldValue.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(value.AsDateTime().ToUnixTimeSeconds()))
            : value),
        ["takes empty text for null"] = Values(value =>
            value.Type == PropertyType.Text && value.AsText() is "" ? FieldValue.Null : value),
        ["has no transactions"] = Each(store => new HalfwayStore(store)),
        ["checks no absent keys"] = Altering(set => Altered.Set(set, keepAbsent: false)),
        ["trusts the lease with what it does not cover"] = Altering(set => Altered.Set(set, keepAbsent: !set.AbsentSincePrevious)),
        ["reads loosely"] = Each(store => new LooseReader(store)),
        ["is deaf"] = Each(store => new DeafStore(store)),
    };

    [Theory]
    [InlineData("writes over any version", typeof(ConflictsConformanceTests), nameof(ConflictsConformanceTests.An_update_of_a_row_that_the_host_has_edited_since_is_a_conflict))]
    [InlineData("forgets the checkpoint", typeof(RunsConformanceTests), nameof(RunsConformanceTests.A_run_is_found_by_another_process_as_it_stands))]
    [InlineData("applies twice", typeof(ApplyingConformanceTests), nameof(ApplyingConformanceTests.A_change_set_sent_again_is_applied_once))]
    [InlineData("is blind to epochs", typeof(LeasesConformanceTests), nameof(LeasesConformanceTests.A_change_set_of_an_older_epoch_is_superseded_and_changes_nothing))]
    [InlineData("is blind to epochs", typeof(LeasesConformanceTests), nameof(LeasesConformanceTests.Closing_a_superseded_opening_changes_nothing))]
    [InlineData("keeps leases after a crash", typeof(LeasesConformanceTests), nameof(LeasesConformanceTests.A_lease_dies_with_its_process_and_the_run_can_be_resumed))]
    [InlineData("takes no lease", typeof(LeasesConformanceTests), nameof(LeasesConformanceTests.A_live_holder_refuses_another_process_and_is_named))]
    [InlineData("drops sources on merge", typeof(MergeAndSplitConformanceTests), nameof(MergeAndSplitConformanceTests.A_merged_row_gives_its_sources_to_the_row_that_stays))]
    [InlineData("drops sources on merge", typeof(RandomisedConformanceTests), nameof(RandomisedConformanceTests.A_store_holds_what_the_model_holds))]
    [InlineData("forgets what was added to the list", typeof(ListsConformanceTests), nameof(ListsConformanceTests.A_list_holds_created_rows_and_added_ones_each_marked))]
    [InlineData("forgets what was added to the list", typeof(RandomisedConformanceTests), nameof(RandomisedConformanceTests.A_store_holds_what_the_model_holds))]
    [InlineData("keeps no history", typeof(HistoryConformanceTests), nameof(HistoryConformanceTests.A_change_of_a_row_that_was_there_is_kept_with_both_values))]
    [InlineData("remembers what it forgot", typeof(ForgettingConformanceTests), nameof(ForgettingConformanceTests.No_value_of_a_forgotten_row_is_left_anywhere))]
    [InlineData("deletes instead of erasing", typeof(ForgettingConformanceTests), nameof(ForgettingConformanceTests.The_records_and_emails_of_a_forgotten_row_are_erased_in_every_process))]
    [InlineData("deletes instead of erasing", typeof(EmptyKindsConformanceTests), nameof(EmptyKindsConformanceTests.A_kind_with_nothing_but_an_erasure_is_not_empty))]
    [InlineData("takes decimals for doubles", typeof(ValuesConformanceTests), nameof(ValuesConformanceTests.Decimals_come_back_exactly))]
    [InlineData("loses milliseconds", typeof(ValuesConformanceTests), nameof(ValuesConformanceTests.Instants_come_back_to_the_millisecond))]
    [InlineData("takes empty text for null", typeof(ValuesConformanceTests), nameof(ValuesConformanceTests.Text_comes_back_exactly))]
    [InlineData("has no transactions", typeof(ConflictsConformanceTests), nameof(ConflictsConformanceTests.A_conflict_changes_nothing_at_all))]
    [InlineData("checks no absent keys", typeof(ConflictsConformanceTests), nameof(ConflictsConformanceTests.A_record_thought_absent_that_is_known_in_any_way_is_a_conflict))]
    [InlineData("trusts the lease with what it does not cover", typeof(ConflictsConformanceTests), nameof(ConflictsConformanceTests.What_others_put_after_the_previous_change_set_is_a_conflict))]
    [InlineData("reads loosely", typeof(FindingConformanceTests), nameof(FindingConformanceTests.An_email_finds_rows_of_other_orgs_only_when_asked_to))]
    [InlineData("reads loosely", typeof(EmptyKindsConformanceTests), nameof(EmptyKindsConformanceTests.A_kind_with_a_row_is_not_empty_and_the_other_still_is))]
    [InlineData("reads loosely", typeof(LogsConformanceTests), nameof(LogsConformanceTests.Logs_are_found_by_the_ids_in_their_range))]
    [InlineData("reads loosely", typeof(SyncedIdsConformanceTests), nameof(SyncedIdsConformanceTests.Synced_ids_come_in_ordinal_order_a_page_at_a_time))]
    [InlineData("is deaf", typeof(ApplyingConformanceTests), nameof(ApplyingConformanceTests.A_change_set_that_leaves_a_gap_throws_and_changes_nothing))]
    [InlineData("is deaf", typeof(ConcurrencyConformanceTests), nameof(ConcurrencyConformanceTests.A_cancelled_call_is_cancelled_and_applies_nothing))]
    public async Task A_store_that_breaks_a_promise_fails_the_test_that_is_there_for_it(string promise, Type theme, string test)
    {
        InMemoryStoreFixture.WrapEach(Breaks[promise]);
        var failures = await SuiteRunner.FailuresOfAsync(theme);
        failures.Should().Contain(test, "a store that {0} must not pass; it failed {1} tests of {2}", promise, failures.Count, theme.Name);
    }

    public static TheoryData<Type> StoreThemes => [.. StoreSuiteCompletenessTests.Themes.Where(theme => theme.IsSubclassOf(typeof(ContactStoreConformanceTests)))];

    [Theory]
    [MemberData(nameof(StoreThemes))]
    public async Task A_wrapper_that_breaks_nothing_fails_nothing(Type theme)
    {
        InMemoryStoreFixture.WrapEach(Each(store => new DelegatingStore(store)));
        (await SuiteRunner.FailuresOfAsync(theme)).Should().BeEmpty();
    }

    private static Func<InMemoryDatabase, Func<ContactStore, ContactStore>> Each(Func<ContactStore, ContactStore> wrap) => _ => wrap;

    private static Func<InMemoryDatabase, Func<ContactStore, ContactStore>> Altering(Func<ChangeSet, ChangeSet> alter) =>
        Each(store => new AlteringStore(store, alter));

    private static Func<InMemoryDatabase, Func<ContactStore, ContactStore>> Values(Func<FieldValue, FieldValue> alter) =>
        Altering(set => Altered.EachCreatedValue(set, alter));
}
