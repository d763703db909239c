using SalesforceImport.Emulator;
using SalesforceImport.Planning;

namespace SalesforceImport.Tests.Importing.Bulk;

/// <summary>A REST query that takes the org too long.</summary>
public sealed class SplitQueryTests
{
    private const string Timeout = """[{"message":"Your query request was running for too long.","errorCode":"QUERY_TIMEOUT"}]""";

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    public async Task A_query_that_takes_too_long_is_read_in_halves_and_nothing_is_lost(int call, int times)
    {
        await using var import = await EmulatedImport.StartAsync();
        await using var undisturbed = await EmulatedImport.StartAsync();
        import.Org.Faults.Add(new Fault { PathContains = "FirstName", CallNumber = call, Times = times, Action = FaultAction.Respond(400, Timeout) });
        var plan = await import.PlanAsync();

        var report = await import.RunAsync(plan, options => options.CallCeiling = 50);

        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Notes.Should().BeEmpty();
        report.Calls.Used.Should().Be(import.Org.Calls.Counted, "each extra query is charged");
        await undisturbed.RunAsync(plan);
        (await import.ContentAsync(plan)).Should().Equal(await undisturbed.ContentAsync(plan));
    }

    [Fact]
    public async Task A_query_that_always_takes_too_long_is_left_to_a_job()
    {
        await using var import = await EmulatedImport.StartAsync();
        var plan = await import.PlanAsync();
        import.Org.Faults.Add(new Fault { PathContains = "FirstName", Times = null, Action = FaultAction.Respond(400, Timeout) });

        var report = await import.RunAsync(plan, options => options.CallCeiling = 50);

        plan.Steps.Should().ContainSingle().Which.Transport.Should().Be(ImportTransport.Rest);
        report.State.Should().Be(ImportState.Completed);
        report.Objects["Contact"].Selected.Should().Be(2_500);
        report.Notes.Should().ContainSingle().Which.Should().Contain("read by Bulk instead of REST");
    }
}
