using System.Net;
using System.Net.Http.Headers;
using SalesforceImport.Emulator.Tests.Writing;

namespace SalesforceImport.Emulator.Tests;

/// <summary>Accounts carry tags, by which clients read them only when they have changed and write them only when they have not.</summary>
public sealed class EntityTagTests : IAsyncLifetime
{
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private string Account => _emulator.Org.IdAt("Account", 0);

    private string Path => $"{OrgClient.Version}/sobjects/Account/{Account}";

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
    public async Task An_account_is_read_again_only_when_it_has_changed()
    {
        var tag = await TagAsync();
        _client.Headers.IfNoneMatch.Add(tag);
        (await StatusAsync()).Should().Be(HttpStatusCode.NotModified);
        _client.Headers.IfNoneMatch.Clear();
        _client.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag[..^1] + "-gzip\""));
        (await StatusAsync()).Should().Be(HttpStatusCode.NotModified);
        _emulator.Org.Update(Account, ("Name", "New"));
        (await StatusAsync()).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_who_write_what_they_read_the_second_is_told()
    {
        _client.Headers.IfMatch.Add(await TagAsync());
        (await _client.PatchAsync($"sobjects/Account/{Account}", """{"Name": "First"}""")).Status.Should().Be(204);
        var second = await _client.PatchAsync($"sobjects/Account/{Account}", """{"Name": "Second"}""");
        (second.Status, second.Error.Code).Should().Be((412, "PRECONDITION_FAILED"));
        (await StatusAsync()).Should().Be(HttpStatusCode.PreconditionFailed);
        _emulator.Org.Find(Account)!["Name"].Should().Be("First");
        _client.Headers.IfMatch.Clear();
        _client.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        (await _client.DeleteAsync($"sobjects/Account/{Account}")).Status.Should().Be(204);
    }

    [Fact]
    public async Task Other_records_have_none()
    {
        using var contact = await _client.GetAsync($"{OrgClient.Version}/sobjects/Contact/{_emulator.Org.IdAt("Contact", 0)}");
        contact.Headers.ETag.Should().BeNull();
    }

    [Fact]
    public async Task A_describe_inside_a_composite_request_tells_its_tag_and_its_date()
    {
        var answer = await _client.PostForJsonAsync(OrgClient.Version + "/composite", new
        {
            compositeRequest = new[] { new { method = "GET", url = OrgClient.Version + "/sobjects/Account/describe", referenceId = "a" } },
        });
        answer["compositeResponse"]![0]!["httpHeaders"]!.AsObject().Select(header => header.Key).Should().Equal("ETag", "Last-Modified");
    }

    private async Task<EntityTagHeaderValue> TagAsync()
    {
        using var response = await _client.GetAsync(Path);
        return response.Headers.ETag!;
    }

    private async Task<HttpStatusCode> StatusAsync()
    {
        using var response = await _client.GetAsync(Path);
        return response.StatusCode;
    }
}
