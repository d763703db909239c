using System.Text;
using SalesforceImport.Salesforce;
using SalesforceImport.Salesforce.SignIn;
using static SalesforceImport.Tests.Salesforce.LoopbackServer;
using static SalesforceImport.Tests.Salesforce.Queries;

namespace SalesforceImport.Tests.Salesforce;

/// <summary>Answers that break off must never pass for whole, whatever way they break.</summary>
public sealed class QueryBreakTests
{
    private static readonly string Whole = Page(0, 3, 3, null);
    private static readonly string Broken = Whole[..Whole.IndexOf(Record(2), StringComparison.Ordinal)] + Record(2)[..60];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Breaks => ["length too long, closed", "length too long, reset", "no length, closed", "chunks, closed", "chunks, reset", "stalled", "finished chunks", "length too short"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Broken_page_gives_its_whole_records_and_then_fails(string how)
    {
        var answer = how switch
        {
            "length too long, closed" => Json(Broken, claimedLength: Encoding.UTF8.GetByteCount(Whole)),
            "length too long, reset" => Json(Broken, claimedLength: Encoding.UTF8.GetByteCount(Whole), Ending.Reset),
            "no length, closed" => WithoutLength(Broken),
            "chunks, closed" => Chunked(Broken, finished: false),
            "chunks, reset" => Chunked(Broken, finished: false, Ending.Reset),
            "finished chunks" => Chunked(Broken, finished: true),
            "length too short" => Json(Whole, claimedLength: Encoding.UTF8.GetByteCount(Broken)),
            _ => Json(Broken, claimedLength: Encoding.UTF8.GetByteCount(Whole), Ending.Stall),
        };
        await using var server = new LoopbackServer(_ => answer);
        using var harness = Harness(server, idle: how == "stalled" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        // A reset may overtake the bytes before it; what is handed out is whole in any case, and a prefix.
        read.Ids.Should().Equal(new[] { Id(0), Id(1) }.Take(read.Ids.Count));
        if (!how.EndsWith("reset", StringComparison.Ordinal))
        {
            read.Ids.Should().HaveCount(2);
            read.Failure.Should().BeOfType<QueryInterruptedException>().Which.Retriable.Should().BeTrue();
            harness.Meter.Charges.Should().HaveCount(1, "the client does not read a page again whose records it has handed out");
        }

        read.Batches.Should().NotContain(batch => batch.IsLast);
        read.Failure.Should().BeAssignableTo<SalesforceException>();
    }

    [Fact]
    public async Task Compressed_page_is_asked_for_and_read()
    {
        string request = string.Empty;
        await using var server = new LoopbackServer(text =>
        {
            request = text;
            return Gzip(Whole, cut: 0);
        });
        using var harness = Harness(server, TimeSpan.FromMinutes(1));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Ids.Should().HaveCount(3);
        request.Should().Contain("Accept-Encoding: gzip").And.Contain("Sforce-Call-Options: client=SalesforceImport/");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(80)]
    public async Task Compressed_page_that_ends_early_is_never_whole(int cut)
    {
        await using var server = new LoopbackServer(_ => Gzip(Whole, cut));
        using var harness = Harness(server, TimeSpan.FromMinutes(1));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Failure.Should().BeAssignableTo<SalesforceException>();
        read.Batches.Should().NotContain(batch => batch.IsLast);
    }

    [Fact]
    public async Task Whole_page_without_a_length_is_whole()
    {
        await using var server = new LoopbackServer(_ => WithoutLength(Whole));
        using var harness = Harness(server, TimeSpan.FromMinutes(1));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Failure.Should().BeNull();
        read.Ids.Should().HaveCount(3);
    }

    [Fact]
    public async Task Page_that_stalls_before_its_first_record_is_asked_for_again()
    {
        int asked = 0;
        await using var server = new LoopbackServer(_ => Interlocked.Increment(ref asked) == 1
            ? Json("{\"totalSize\":3,", claimedLength: 1000, Ending.Stall)
            : Json(Whole));
        using var harness = Harness(server, TimeSpan.FromSeconds(1));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Failure.Should().BeNull();
        read.Ids.Should().HaveCount(3);
        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Fact]
    public async Task Org_that_sends_no_headers_is_asked_again_after_the_timeout()
    {
        int asked = 0;
        await using var server = new LoopbackServer(_ => Interlocked.Increment(ref asked) == 1 ? Raw("HTTP/1.1 ", "", Ending.Stall) : Json(Whole));
        using var harness = Harness(server, TimeSpan.FromMinutes(1), timeout: TimeSpan.FromSeconds(1));

        var read = await ReadAllAsync(harness.Org.QueryAsync(Leads, harness.Meter, Cancel));

        read.Ids.Should().HaveCount(3);
        harness.Meter.Charges.Should().HaveCount(2);
    }

    [Fact]
    public async Task Host_that_refuses_connections_is_named_with_the_setting()
    {
        string url;
        await using (var server = new LoopbackServer(_ => Json("[]")))
        {
            url = server.Url;
        }

        using var harness = Harness(url, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), SalesforceCredentials.ClientCredentials("key", "secret"));

        var failure = (await harness.Org.Invoking(org => org.ConnectAsync(harness.Meter, Cancel)).Should().ThrowAsync<SalesforceSignInException>()).Which;

        failure.Message.Should().Contain("127.0.0.1").And.Contain("LoginUrl");
    }

    [Fact]
    public async Task Cancelling_in_the_middle_of_a_page_ends_the_wait()
    {
        await using var server = new LoopbackServer(_ => Json(Broken, claimedLength: 100_000, Ending.Stall));
        using var harness = Harness(server, TimeSpan.FromMinutes(10));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var reading = async () =>
        {
            await foreach (var batch in harness.Org.QueryAsync(Leads with { MaxBatchRows = 1 }, harness.Meter, cancel.Token))
            {
                await cancel.CancelAsync();
            }
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();
    }

    private static OrgHarness Harness(LoopbackServer server, TimeSpan idle, TimeSpan? timeout = null) =>
        Harness(server.Url, idle, timeout ?? TimeSpan.FromMinutes(1), SalesforceCredentials.AccessToken(_ => ValueTask.FromResult(OrgHarness.Token)));

    private static OrgHarness Harness(string url, TimeSpan idle, TimeSpan timeout, SalesforceCredentials credentials) => new(
        credentials,
        new SalesforceOrgSettings
        {
            LoginUrl = new Uri(url),
            ApiVersion = "67.0",
            ReadIdleTimeout = idle,
            RequestTimeout = timeout,
            MaxRetryAttempts = 2,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        },
        time: TimeProvider.System);
}
