using System.Text.Json;
using SalesforceImport.EndToEndTests.Support;

namespace SalesforceImport.EndToEndTests;

public sealed class ReportFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_import_leaves_its_report_and_its_problems_and_a_run_that_is_done_leaves_them_again()
    {
        string[] shape = ["--leads", "900", "--contacts", "200"];
        var done = (await ConsoleProcess.RunAsync(_folder, ["--yes", "--json", "--report", "run.html", "--problems", "run.csv", .. shape])).ShouldExitWith(0);

        string page = await ReadAsync("run.html");
        page.Should().StartWith("<!DOCTYPE html>").And.Contain(done.Run).And.EndWith("</html>\n");
        (await ReadAsync("run.csv")).Trim().Split("\r\n").Skip(1).Should().HaveCount((int)done.Total("skipped"));

        (await ConsoleProcess.RunAsync(_folder, "--resume", done.Run, "--report", "again.html", "--problems", "again.json")).ShouldExitWith(0);

        Body(await ReadAsync("again.html")).Should().Be(Body(page));
        using var problems = JsonDocument.Parse(await ReadAsync("again.json"));
        problems.RootElement.GetArrayLength().Should().Be((int)done.Total("skipped")).And.BePositive();
    }

    [Fact]
    public async Task A_run_that_pauses_is_reported_as_it_stands()
    {
        var paused = (await ConsoleProcess.RunAsync(
            _folder, "--yes", "--json", "--contacts", "9000", "--ceiling", "3", "--transport", "rest", "--spread-over-days", "--report", "run.html")).ShouldExitWith(4);

        (await ReadAsync("run.html")).Should().Contain("Paused").And.Contain(paused.Run);
    }

    [Theory]
    [InlineData("--report", "nowhere/run.html", "cannot be written")]
    [InlineData("--report", ".", "cannot be written")]
    [InlineData("--problems", "nowhere/run.csv", "cannot be written")]
    [InlineData("--problems", "run.txt", "neither .csv nor .json")]
    public async Task A_file_that_cannot_be_written_is_told_before_the_import_begins(string option, string file, string message)
    {
        var refused = (await ConsoleProcess.RunAsync(_folder, "--yes", option, file)).ShouldExitWith(2);

        refused.Error.Should().Contain(option).And.Contain(message);
        Directory.GetFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    [Theory]
    [InlineData("--history")]
    [InlineData("--plan-only")]
    public async Task What_is_no_run_has_no_report(string errand) =>
        (await ConsoleProcess.RunAsync(_folder, errand, "--report", "run.html")).ShouldExitWith(2).Error.Should().Contain("--resume");

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(_folder.File(file), TestContext.Current.CancellationToken);

    // When it was written differs.
    private static string Body(string page) => page[..page.IndexOf("<footer>", StringComparison.Ordinal)];
}
