using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace SalesforceImport.Emulator.Tests;

/// <summary>Clients may compress what they send, as a real org lets them.</summary>
public sealed class CompressedRequestTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task A_body_in_gzip_is_read()
    {
        var id = fixture.Emulator.Org.IdAt("Contact", 0);
        using var response = await SendAsync(Gzip($$"""{"ids":["{{id}}"],"fields":["Id"]}"""));
        (await response.BodyAsync()).Should().Contain($"\"Id\":\"{id}\"");
    }

    [Fact]
    public async Task A_body_that_is_no_gzip_is_refused()
    {
        using var response = await SendAsync("no gzip"u8.ToArray());
        (await OrgClient.ErrorAsync(response)).Code.Should().Be("INVALID_INPUT");
        ((int)response.StatusCode).Should().Be(400);
    }

    [Fact]
    public async Task A_small_body_that_unfolds_without_end_is_cut_off()
    {
        using var response = await SendAsync(Gzip(new string(' ', 40_000_000)));
        ((int)response.StatusCode).Should().Be(413);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return await fixture.Client.PostAsync(OrgClient.Version + "/composite/sobjects/Contact", content);
    }
}
