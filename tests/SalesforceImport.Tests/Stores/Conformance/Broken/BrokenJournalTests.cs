using SalesforceImport.ConformanceTests;
using SalesforceImport.Stores;
using Journal = SalesforceImport.ConformanceTests.ImportJournalConformanceTests;

namespace SalesforceImport.Tests.Stores.Conformance.Broken;

/// <summary>Each broken promise of a journal must fail the test that is there for it.</summary>
public sealed class BrokenJournalTests
{
    private static readonly Dictionary<string, Func<ImportJournal, ImportJournal>> Breaks = new()
    {
        ["lets one call too many through"] = journal => new DelegatingJournal(journal) { Charge = charge => charge with { Cap = charge.Cap + 1 } },
        ["takes the window for an hour"] = journal => new DelegatingJournal(journal) { Charge = charge => charge with { Window = TimeSpan.FromHours(1) } },
        ["rounds times to seconds"] = journal => new DelegatingJournal(journal)
        {
            Charge = charge => charge with { At = DateTimeOffset.FromUnixTimeSeconds(charge.At.ToUnixTimeSeconds()) },
        },
        ["charges all orgs together"] = journal => new DelegatingJournal(journal) { Charge = charge => charge with { Org = "org" } },
        ["leaves calls under an org's first name"] = journal => new DelegatingJournal(journal) { LeavesCallsApart = true },
        ["shows zeros for gaps"] = journal => new DelegatingJournal(journal)
        {
            Hours = hours => hours.Count == 0 ? hours :
            [
                .. Enumerable.Range(0, (int)(hours[^1].Hour - hours[0].Hour).TotalHours + 1).Select(i => hours[0].Hour.AddHours(i))
                    .Select(at => hours.SingleOrDefault(hour => hour.Hour == at) ?? new(at, 0, null, null)),
            ],
        },
        ["keeps no reason"] = journal => new DelegatingJournal(journal)
        {
            Run = run => new() { Run = run.Run, Org = run.Org, Selector = run.Selector, State = run.State, StartedAt = run.StartedAt, Plan = run.Plan },
        },
    };

    [Theory]
    [InlineData("lets one call too many through", nameof(Journal.A_charge_over_the_cap_is_refused_until_the_oldest_call_leaves_the_window))]
    [InlineData("lets one call too many through", nameof(Journal.The_cap_holds_under_concurrent_charges_from_two_processes))]
    [InlineData("takes the window for an hour", nameof(Journal.The_window_rolls_to_the_millisecond))]
    [InlineData("rounds times to seconds", nameof(Journal.The_window_rolls_to_the_millisecond))]
    [InlineData("charges all orgs together", nameof(Journal.Orgs_are_charged_apart))]
    [InlineData("leaves calls under an org's first name", nameof(Journal.Calls_and_usage_move_to_the_name_an_org_turns_out_to_have))]
    [InlineData("shows zeros for gaps", nameof(Journal.Usage_is_read_by_the_hour_with_gaps))]
    [InlineData("keeps no reason", nameof(Journal.A_run_is_read_as_it_was_saved))]
    public async Task A_journal_that_breaks_a_promise_fails_the_test_that_is_there_for_it(string promise, string test)
    {
        InMemoryJournalFixture.WrapEach(Breaks[promise]);
        (await SuiteRunner.FailuresOfAsync(typeof(ImportJournalConformanceTests))).Should().Contain(test, "a journal that {0} must not pass", promise);
    }

    [Fact]
    public async Task A_wrapper_that_breaks_nothing_fails_nothing()
    {
        InMemoryJournalFixture.WrapEach(journal => new DelegatingJournal(journal));
        (await SuiteRunner.FailuresOfAsync(typeof(ImportJournalConformanceTests))).Should().BeEmpty();
    }
}
