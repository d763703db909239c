using System.Text;
using System.Text.Json.Nodes;

namespace SalesforceImport.Emulator.Tests.Faults;

public sealed class RewriteTests : IAsyncLifetime
{
    private static readonly string Path = OrgClient.QueryPath("SELECT Id, Name FROM Contact LIMIT 300");

    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync();
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_nul_stands_in_the_first_text_of_a_record()
    {
        var healthy = await _client.GetJsonAsync(Path);
        _emulator.Faults.Add(new Fault { Action = FaultAction.InsertNul });
        var struck = await _client.GetJsonAsync(Path);
        struck["records"]![0]!.RequiredString("Name").Should().Be("\0" + healthy["records"]![0]!.RequiredString("Name"));
        struck["records"]![0]!.RequiredString("Id").Should().Be(healthy["records"]![0]!.RequiredString("Id"));
    }

    [Fact]
    public async Task A_body_cut_inside_a_character_ends_with_half_of_it()
    {
        _emulator.Faults.Add(new Fault { Action = FaultAction.TruncateInsideCharacter(500) });
        var (bytes, broke) = await ReadAsync();
        broke.Should().BeTrue();
        bytes.Length.Should().BeGreaterThan(500);
        bytes[^1].Should().BeGreaterThanOrEqualTo(0xC2);
        FluentActions.Invoking(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes)).Should().Throw<DecoderFallbackException>();
    }

    [Fact]
    public async Task A_body_shorter_than_it_was_looks_whole()
    {
        _emulator.Faults.Add(new Fault { Action = FaultAction.ShortenBody(50) });
        var (bytes, broke) = await ReadAsync();
        broke.Should().BeFalse();
        FluentActions.Invoking(() => JsonNode.Parse(bytes)).Should().Throw<System.Text.Json.JsonException>();
    }

    [Fact]
    public async Task A_rotated_token_leaves_nothing_to_refresh_with()
    {
        var refresh = _emulator.IssueRefreshToken();
        _emulator.Faults.Add(NamedFaults.Get("token-rotated").ToFault());
        (await _client.ErrorAsync(Path)).Status.Should().Be(401);
        var answer = await _client.TokenAsync(("grant_type", "refresh_token"), ("client_id", _emulator.ClientId), ("refresh_token", refresh));
        answer.RequiredString("error_description").Should().Be("expired access/refresh token");
    }

    private async Task<(byte[] Bytes, bool Broke)> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Path, UriKind.Relative));
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        try
        {
            await body.CopyToAsync(read, TestContext.Current.CancellationToken);
            return (read.ToArray(), false);
        }
        catch (IOException)
        {
            return (read.ToArray(), true);
        }
    }
}
