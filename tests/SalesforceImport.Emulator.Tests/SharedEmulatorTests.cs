namespace SalesforceImport.Emulator.Tests;

/// <summary>An emulator that tests share, and its way back to the start.</summary>
public sealed class SharedEmulatorTests
{
    [Fact]
    public async Task A_fixture_starts_one_emulator_and_stops_it()
    {
        var fixture = new SalesforceEmulatorFixture();
        var both = await Task.WhenAll(Task.Run(fixture.StartAsync), Task.Run(fixture.StartAsync));
        both[0].Should().BeSameAs(both[1]);
        using var client = new HttpClient { BaseAddress = both[0].Url };
        await fixture.DisposeAsync();
        await FluentActions.Awaiting(() => client.GetAsync(new Uri("/services/data", UriKind.Relative))).Should().ThrowAsync<HttpRequestException>();
        await FluentActions.Awaiting(fixture.StartAsync).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public void A_fixture_that_nobody_used_is_disposed_without_ado()
    {
        using var fixture = new SalesforceEmulatorFixture();
        fixture.Dispose();
    }

    [Fact]
    public async Task An_emulator_that_is_reset_is_as_it_was_made()
    {
        await using var emulator = await Orgs.StartAsync();
        using var client = await OrgClient.SignInAsync(emulator);
        var (contact, account) = (emulator.Org.IdAt("Contact", 0), emulator.Org.IdAt("Account", 0));
        var name = emulator.Org.Find(contact)!["LastName"];
        using var describe = await client.GetAsync(OrgClient.Version + "/sobjects/Contact/describe");
        var first = emulator.Org.Insert("Contact", ("LastName", "New"), ("AccountId", account));
        emulator.Org.Update(contact, ("LastName", "Changed"), ("Email", null));
        emulator.Org.Delete(account);
        emulator.Org.AddField("Contact", new EmulatedField("Shoe__c", EmulatedFieldType.Text));
        emulator.Org.HideField("Contact", "Email");
        emulator.Faults.Add(NamedFaults.Get("server-busy").ToFault());

        emulator.Reset();

        (emulator.Calls.Count, emulator.Calls.Counted, emulator.Faults.ToList().Count).Should().Be((0, 0, 0));
        (emulator.Org.Count("Contact"), emulator.Org.Count("Account"), emulator.Org.Find(first), emulator.Org.Find(contact)!["LastName"]).Should().Be((3400L, 800L, null, name));
        (await client.CountAsync("SELECT COUNT() FROM Contact WHERE Email != null")).Should().BeGreaterThan(0);
        (await client.QueryErrorAsync("SELECT Shoe__c FROM Contact")).Code.Should().Be("INVALID_FIELD");
        emulator.Calls.Counted.Should().Be(2);
        emulator.Calls.ToList().Select(call => call.Sequence).Should().BeInAscendingOrder();
        emulator.Org.Insert("Contact", ("LastName", "Again")).Should().Be(first);
        client.Headers.IfModifiedSince = describe.Content.Headers.LastModified;
        using var changed = await client.GetAsync(OrgClient.Version + "/sobjects/Contact/describe");
        ((int)changed.StatusCode).Should().Be(200);
    }
}
