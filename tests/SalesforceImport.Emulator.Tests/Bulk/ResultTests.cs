namespace SalesforceImport.Emulator.Tests.Bulk;

public sealed class ResultTests
{
    [Fact]
    public async Task Pages_hold_every_row_once_and_repeat_the_header()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 3400 });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        var rows = new List<string>();
        var pages = 0;
        for (string? locator = null; locator != "null"; pages++)
        {
            var page = await client.ResultAsync(job, locator, 1000);
            page.Body.Should().StartWith("\"Id\"\n");
            page.Rows.Count.Should().Be(page.Count);
            rows.AddRange(page.Rows);
            locator = page.Locator;
        }

        pages.Should().Be(4);
        rows.Should().Equal(emulator.Org.Rows("Contact").Select(row => $"\"{row.Id}\""));
    }

    [Fact]
    public async Task A_locator_can_be_read_again_with_another_size()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact WHERE Email != null");
        var first = await client.ResultAsync(job, maxRecords: 100);
        var again = await client.ResultAsync(job, first.Locator, 50);
        var longer = await client.ResultAsync(job, first.Locator, 150);
        longer.Rows.Take(50).Should().Equal(again.Rows);
        (await client.ResultAsync(job, maxRecords: 250)).Rows.Skip(100).Should().Equal(longer.Rows);
    }

    [Fact]
    public async Task A_result_that_fits_one_page_has_the_locator_null()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var page = await client.ResultAsync(await client.StartJobAsync("SELECT Id FROM Contact LIMIT 7"));
        (page.Locator, page.Count, page.Rows.Count).Should().Be(("null", 7, 7));
    }

    [Fact]
    public async Task A_result_without_rows_is_its_header()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id, Account.Name FROM Contact WHERE LastName = 'nobody'");
        ((int)(await client.GetJsonAsync(job))["numberRecordsProcessed"]!).Should().Be(0);
        (await client.ResultAsync(job)).Should().Be(new ResultPage("null", 0, "\"Id\",\"Account.Name\"\n"));
        var pages = await client.GetJsonAsync(job + "/resultPages");
        pages["resultPages"]!.AsArray().Count.Should().Be(1);
    }

    [Fact]
    public async Task The_org_makes_pages_no_larger_than_it_likes()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Bulk = { PageSize = 1500 } });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        (await client.ResultAsync(job)).Count.Should().Be(1500);
        (await client.ResultAsync(job, maxRecords: 9999)).Count.Should().Be(1500);
    }

    [Fact]
    public async Task All_pages_can_be_asked_for_side_by_side()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 3400, Bulk = { PageSize = 500 } });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        var first = await client.GetJsonAsync(job + "/resultPages");
        first["resultPages"]!.AsArray().Count.Should().Be(5);
        ((bool)first["done"]!).Should().BeFalse();
        var second = await client.GetJsonAsync(first.RequiredString("nextRecordsUrl"));
        second["resultPages"]!.AsArray().Count.Should().Be(2);
        ((bool)second["done"]!).Should().BeTrue();
        second.Keys().Should().NotContain("nextRecordsUrl");

        var urls = first["resultPages"]!.AsArray().Concat(second["resultPages"]!.AsArray()).Select(page => page!.RequiredString("resultUrl")).ToList();
        var pages = await Task.WhenAll(urls.Select(client.ResultPageAsync));
        pages.SelectMany(page => page.Rows).Should().Equal(emulator.Org.Rows("Contact").Select(row => $"\"{row.Id}\""));
    }

    [Theory]
    [InlineData("locator=bm9uc2Vuc2U", "INVALID_QUERY_LOCATOR")]
    [InlineData("locator=null", "INVALID_QUERY_LOCATOR")]
    [InlineData("locator=OTk5OTk5OQ", "INVALID_QUERY_LOCATOR")]
    [InlineData("locator=%21", "INVALID_QUERY_LOCATOR")]
    [InlineData("maxRecords=0", "ILLEGAL_QUERY_PARAMETER_VALUE")]
    [InlineData("maxRecords=many", "ILLEGAL_QUERY_PARAMETER_VALUE")]
    [InlineData("maxRecords=99999999999", "ILLEGAL_QUERY_PARAMETER_VALUE")]
    public async Task A_page_that_does_not_exist_is_refused(string query, string code)
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id FROM Contact");
        (await client.ErrorAsync($"{job}/results?{query}")).Code.Should().Be(code);
    }

    [Fact]
    public async Task Results_come_compressed_where_that_is_asked_for()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.StartJobAsync("SELECT Id, Name, Description FROM Contact");
        var plain = await client.ResultAsync(job);
        client.Headers.Add("Accept-Encoding", "gzip");
        using var response = await client.GetAsync(job + "/results");
        response.Content.Headers.ContentEncoding.Should().Equal("gzip");
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var unzipped = new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().Be(plain.Body);
    }

    [Fact]
    public async Task A_filter_that_takes_too_long_fails_the_job()
    {
        await using var emulator = await Orgs.StartAsync(new EmulatorOptions { Contacts = 300_000 });
        using var client = await OrgClient.SignInAsync(emulator);
        var job = await client.GetJsonAsync(await client.StartJobAsync("SELECT Id FROM Contact ORDER BY LastName"));
        job.RequiredString("state").Should().Be("Failed");
        job.RequiredString("errorMessage").Should().Be("InvalidBatch : Failed to process query: QUERY_TIMEOUT: Your query request was running for too long.");
    }
}
