using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests;

/// <summary>The sample program, as another process uses it.</summary>
public sealed class EmulatorHostTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_says_where_it_listens_and_ends_well_when_told_to(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var host = Start("--leads", "12", "--contacts", "34", "--seed", "9", "--daily-limit", "77");
        var lines = new List<string>();
        while (lines.LastOrDefault() != "Ready" && await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
        }

        lines.Should().HaveCount(4);
        lines[0].Should().MatchRegex("^URL: http://127\\.0\\.0\\.1:[0-9]+$");
        lines[1].Should().StartWith("Client id: ");
        lines[2].Should().StartWith("Client secret: ");

        using (var client = new HttpClient { BaseAddress = new Uri(lines[0]["URL: ".Length..]) })
        {
            var form = new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = lines[1]["Client id: ".Length..],
                ["client_secret"] = lines[2]["Client secret: ".Length..],
            };
            using var content = new FormUrlEncodedContent(form);
            using var signedIn = await client.PostAsync(new Uri("/services/oauth2/token", UriKind.Relative), content, TestContext.Current.CancellationToken);
            client.DefaultRequestHeaders.Authorization = new("Bearer", JsonNode.Parse(await signedIn.BodyAsync())!.RequiredString("access_token"));
            using var count = await client.GetAsync(new Uri("/services/data/v67.0/query?q=SELECT+COUNT()+FROM+Contact", UriKind.Relative), TestContext.Current.CancellationToken);
            (await count.BodyAsync()).Should().Contain("\"totalSize\":34");
            count.Headers.GetValues("Sforce-Limit-Info").Should().Equal("api-usage=1/77");
            using var calls = await client.GetAsync(new Uri("/_emulator/calls", UriKind.Relative), TestContext.Current.CancellationToken);
            (await calls.BodyAsync()).Should().StartWith("{\"counted\":1,\"calls\":[{\"sequence\":1,");
        }

        using (var kill = Process.Start("kill", [$"-{signal}", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        host.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task It_refuses_sizes_that_make_no_sense()
    {
        using var host = Start("--leads", "-1");
        var error = await host.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        host.ExitCode.Should().Be(2);
        error.Should().Contain("Leads");
    }

    [Fact]
    public async Task It_plans_faults_by_name()
    {
        using var host = Start("--leads", "1", "--fault", "maintenance-html@2", "--fault", "edge-420");
        var line = await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var client = new HttpClient { BaseAddress = new Uri(line!["URL: ".Length..]) })
        {
            using var first = await client.GetAsync(new Uri("/services/data", UriKind.Relative), TestContext.Current.CancellationToken);
            using var second = await client.GetAsync(new Uri("/services/data", UriKind.Relative), TestContext.Current.CancellationToken);
            using var third = await client.GetAsync(new Uri("/services/data", UriKind.Relative), TestContext.Current.CancellationToken);
            ((int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode).Should().Be((420, 503, 200));
        }

        host.Kill();
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("maintenance-html@zero")]
    public async Task It_refuses_faults_that_it_does_not_know(string fault)
    {
        using var host = Start("--fault", fault);
        var error = await host.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        host.ExitCode.Should().Be(2);
        error.Should().Contain(fault);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EmulatorHost.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
