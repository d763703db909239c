using SalesforceImport.Tests.Importing.Bulk;

namespace SalesforceImport.Tests.Importing;

/// <summary>An org whose pages hold a tenth of what was planned for, as those of wide rows do.</summary>
public sealed class SmallPagesTests
{
    [Fact]
    public async Task A_run_that_met_small_pages_says_what_is_left_and_needs_one_resume()
    {
        await using var import = await EmulatedImport.StartAsync(options =>
        {
            options.Contacts = 6_000;
            options.PageSize = 200;
        });
        var plan = await import.PlanAsync();

        var paused = await import.RunAsync(plan);

        paused.State.Should().Be(ImportState.Paused);
        paused.Objects["Contact"].Selected.Should().Be(1_600, "the plan expected 3 calls and has room for 5 more");
        paused.Reason.Should().EndWith("What is left takes about 22 more API calls.");

        var resumed = await import.ResumeAsync(paused.Run!);

        resumed.State.Should().Be(ImportState.Completed);
        resumed.Objects["Contact"].Selected.Should().Be(6_000);
        resumed.Calls.Used.Should().Be(import.Org.Calls.Counted).And.Be(plan.PlanningCalls + 30);
        resumed.Calls.Ceiling.Should().Be(plan.PlanningCalls + 8 + 27);
    }
}
