using System.Text.RegularExpressions;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class StopAndResumeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private StoreReader Store => new(_folder.File("salesforce-import.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Interrupted_it_stops_in_good_order_and_resumes_where_it_stood()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "1000", "--contacts", "10000");
        ConsoleResult stopped;
        await using (var gate = await GatedOrg.StartAsync(org, pages: 3))
        {
            using var console = gate.Start(_folder, "--yes", "--json");
            await UntilSomethingIsCommittedAsync(console);
            console.Send(ConsoleProcess.Interrupt);
            stopped = (await console.EndAsync()).ShouldExitWith(130);
        }

        long rows = Store.CountContactsIfAny();
        stopped.State.Should().Be("cancelled");
        stopped.Error.Should().Contain(stopped.Run).And.Contain($"--resume {stopped.Run}");
        rows.Should().BePositive().And.BeLessThan(9_000);
        stopped.Total("created").Should().Be(rows);

        var resumed = (await org.ImportAsync(_folder, "--resume", stopped.Run, "--json")).ShouldExitWith(0);

        resumed.Run.Should().Be(stopped.Run);
        resumed.State.Should().Be("completed");
        resumed.Total("selected").Should().Be(11_000);
        resumed.Total("created").Should().Be(Store.CountContactsIfAny());
        Store.Content().Should().Equal(await UndisturbedAsync(org));
    }

    [Fact]
    public async Task Killed_twice_it_ends_with_what_an_undisturbed_import_has()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "1500", "--contacts", "20000");
        string[] arguments = ["--yes", "--json"];
        foreach (int pages in new[] { 3, 4 })
        {
            long before = Store.CountContactsIfAny();
            await using var gate = await GatedOrg.StartAsync(org, pages);
            using var console = gate.Start(_folder, arguments);
            await UntilSomethingIsCommittedAsync(console, before);
            console.Send(ConsoleProcess.Kill);
            (await console.EndAsync()).ExitCode.Should().Be(128 + ConsoleProcess.Kill);
            arguments = ["--resume", (string)Store.Rows("SELECT id FROM imports").Single()[0]!, "--json"];
        }

        Store.CountContactsIfAny().Should().BeLessThan(18_000, "it was killed in the middle");

        var resumed = (await org.ImportAsync(_folder, arguments)).ShouldExitWith(0);

        resumed.Count("Lead", "selected").Should().Be(1_500);
        resumed.Count("Contact", "selected").Should().Be(20_000);
        resumed.Total("created").Should().Be(Store.Scalar("SELECT COUNT(*) FROM contacts"));
        Store.Content().Should().Equal(await UndisturbedAsync(org));
    }

    [Fact]
    public async Task A_run_that_fails_names_itself_and_resumes_once_the_cause_is_mended()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "100", "--contacts", "6000");
        ConsoleResult failed;
        await using (var gate = await GatedOrg.StartExpiringAsync(org, pages: 1))
        {
            using var console = gate.Start(_folder, "--yes", "--json");
            failed = (await console.EndAsync()).ShouldExitWith(5);
        }

        failed.State.Should().Be("failed");
        failed.Total("selected").Should().Be(2_000);
        failed.Error.Should().Contain($"--resume {failed.Run}");

        var resumed = (await org.ImportAsync(_folder, "--resume", failed.Run, "--json")).ShouldExitWith(0);

        resumed.Run.Should().Be(failed.Run);
        resumed.Total("selected").Should().Be(6_100);
        resumed.Total("created").Should().Be(Store.CountContactsIfAny());
    }

    [Fact]
    public async Task Out_of_its_ceiling_it_pauses_and_resumes_with_the_same_emulated_org()
    {
        string[] shape = ["--leads", "3000", "--contacts", "5000", "--seed", "9"];
        var paused = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", "--ceiling", "1", .. shape])).ShouldExitWith(4);

        paused.State.Should().Be("paused");
        paused.Error.Should().Contain(paused.Run).And.Contain("at once").And.Contain("What is left takes about 4 more");
        File.Exists(Regex.Match(paused.Error, $"Go on with: dotnet (.+) --resume {paused.Run}").Groups[1].Value).Should().BeTrue("what is said can be typed anywhere");
        paused.Total("selected").Should().Be(2_000, "one call brings one page");

        var resumed = (await ConsoleProcess.RunAsync(_folder, "--resume", paused.Run, "--json")).ShouldExitWith(0);

        resumed.Run.Should().Be(paused.Run);
        resumed.Count("Lead", "selected").Should().Be(3_000);
        resumed.Count("Contact", "selected").Should().Be(5_000);
        resumed.Calls.Should().BeGreaterThan(paused.Calls);

        (await ConsoleProcess.RunAsync(_folder, ["--yes", "--store", "whole.db", .. shape])).ShouldExitWith(0);
        Store.Content().Should().Equal(new StoreReader(_folder.File("whole.db")).Content());
    }

    [Fact]
    public async Task Resuming_a_completed_run_prints_its_report_and_makes_no_call()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "20", "--contacts", "30");
        var done = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(0);
        long calls = await org.CountCallsAsync();

        var again = (await org.ImportAsync(_folder, "--resume", done.Run, "--json")).ShouldExitWith(0);

        again.Json.GetRawText().Should().Be(done.Json.GetRawText());
        (await org.CountCallsAsync()).Should().Be(calls);
    }

    [Fact]
    public async Task A_second_import_into_the_same_database_is_refused_while_the_first_one_runs()
    {
        await using var org = await OrgProcess.StartAsync(_folder, "--leads", "100", "--contacts", "9000");
        await using var gate = await GatedOrg.StartAsync(org, pages: 2);
        using var first = gate.Start(_folder, "--yes", "--json");
        await UntilSomethingIsCommittedAsync(first);

        var second = (await org.ImportAsync(_folder, "--yes", "--json")).ShouldExitWith(3);

        second.State.Should().Be("refused");
        second.Error.Should().Contain("Another import");
        second.Calls.Should().Be(0, "that was known before the org was asked");
    }

    private async Task UntilSomethingIsCommittedAsync(ConsoleProcess console, long before = 0)
    {
        await Eventually.TrueAsync(() => console.HasEnded || Store.CountContactsIfAny() > before, "a batch should be committed");
        if (console.HasEnded)
        {
            (await console.EndAsync()).ShouldExitWith(-1);
        }
    }

    private async Task<List<string>> UndisturbedAsync(OrgProcess org)
    {
        string store = _folder.File("undisturbed.db");
        (await org.ImportAsync(_folder, "--yes", "--store", store)).ShouldExitWith(0);
        return new StoreReader(store).Content();
    }
}
