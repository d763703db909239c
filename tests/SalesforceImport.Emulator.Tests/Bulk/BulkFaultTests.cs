using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Bulk;

public sealed class BulkFaultTests : IAsyncLifetime
{
    private const string Soql = "SELECT Id FROM Contact";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time, Contacts = 1000 });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_job_can_be_stuck()
    {
        _emulator.Faults.Add(new Fault { PathContains = "/jobs/query", Action = FaultAction.StickBulkJob });
        var stuck = await _client.StartJobAsync(Soql);
        var other = await _client.StartJobAsync(Soql);
        _time.Advance(TimeSpan.FromHours(1));
        (await _client.StateAsync(stuck)).Should().Be("InProgress");
        (await _client.StateAsync(other)).Should().Be("JobComplete");
    }

    [Fact]
    public async Task A_job_can_fail_when_its_time_has_come()
    {
        _emulator.Faults.Add(new Fault { PathContains = "/jobs/query", Action = FaultAction.FailBulkJob() });
        var job = await _client.GetJsonAsync(await _client.StartJobAsync(Soql));
        (job.RequiredString("state"), job.RequiredString("errorMessage")).Should().Be(("Failed", "InternalServerError : Retried more than 15 times"));
    }

    [Fact]
    public async Task A_job_can_be_aborted_between_two_pages()
    {
        _emulator.Faults.Add(new Fault { PathContains = "/results", CallNumber = 2, Action = FaultAction.AbortBulkJob });
        var job = await _client.StartJobAsync(Soql);
        var page = await _client.ResultAsync(job, maxRecords: 400);
        (await _client.ErrorAsync($"{job}/results?locator={page.Locator}&maxRecords=400")).Code.Should().Be("INVALIDJOBSTATE");
        (await _client.StateAsync(job)).Should().Be("Aborted");
    }

    [Fact]
    public async Task The_locator_can_be_lost()
    {
        _emulator.Faults.Add(new Fault { PathContains = "/results", Action = FaultAction.LoseBulkLocator });
        var job = await _client.StartJobAsync(Soql);
        (await _client.ResultAsync(job, maxRecords: 400)).Locator.Should().BeNull();
        (await _client.ResultAsync(job, maxRecords: 400)).Locator.Should().NotBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task The_number_of_rows_can_be_wrong(int by)
    {
        _emulator.Faults.Add(new Fault { PathContains = "/results", Action = FaultAction.MiscountBulkRows(by) });
        var page = await _client.ResultAsync(await _client.StartJobAsync(Soql), maxRecords: 400);
        (page.Count, page.Rows.Count).Should().Be((400 + by, 400));
    }

    [Fact]
    public async Task A_page_can_end_in_the_middle_of_a_row_as_if_it_were_whole()
    {
        var job = await _client.StartJobAsync(Soql);
        var whole = await _client.ResultAsync(job);
        _emulator.Faults.Add(new Fault { PathContains = "/results", Action = FaultAction.EndBody(1010) });
        (await _client.ResultAsync(job)).Should().Be(whole with { Body = whole.Body[..1010] });
    }

    [Fact]
    public async Task A_page_can_come_twice()
    {
        var job = await _client.StartJobAsync(Soql);
        var first = await _client.ResultAsync(job, maxRecords: 400);
        _emulator.Faults.Add(new Fault { PathContains = "/results", Action = FaultAction.RepeatPage });
        var second = await _client.ResultAsync(job, first.Locator, 400);
        var third = await _client.ResultAsync(job, second.Locator, 400);
        second.Body.Should().Be(first.Body);
        (third.Count, third.Locator).Should().Be((200, "null"));
    }
}
