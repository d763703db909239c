#pragma warning disable CA2234, IDE0008, xUnit1051 // A reader's first test is short.
using System.Net;
using System.Net.Http.Json;

namespace SalesforceImport.Emulator.Tests;

public sealed class ReadmeExamples
{
    #region Readme: a first test
    [Fact]
    public async Task A_query_finds_every_contact()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(new EmulatorOptions { Contacts = 5_000_000 });
        using HttpClient http = emulator.CreateClient();

        string page = await http.GetStringAsync("services/data/v67.0/query?q=SELECT+Id,Email+FROM+Contact");

        Assert.StartsWith("{\"totalSize\":5000000,\"done\":false,", page);
        Assert.Equal(1, emulator.Calls.Counted);
    }
    #endregion

    #region Readme: an org of one's own
    [Fact]
    public async Task A_converted_lead_is_found_as_a_contact()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(EmulatorOptions.Empty());
        using HttpClient http = emulator.CreateClient();
        string lead = emulator.Org.Insert("Lead", ("LastName", "Lee"), ("Company", "Acme"), ("Email", "lee@acme.example"));

        LeadConversion conversion = emulator.Org.ConvertLead(lead);

        string contacts = await http.GetStringAsync("services/data/v67.0/query?q=SELECT+Id+FROM+Contact+WHERE+Email='lee@acme.example'");
        Assert.Contains(conversion.ContactId, contacts);
    }

    [Fact]
    public async Task The_second_call_meets_a_maintenance_page()
    {
        await using var emulator = await SalesforceEmulator.StartAsync(EmulatorOptions.Empty());
        using HttpClient http = emulator.CreateClient();
        emulator.Faults.Add(NamedFaults.Get("maintenance-html").ToFault(callNumber: 2));

        await http.PostAsJsonAsync("services/data/v67.0/sobjects/Account", new { Name = "Acme" });
        using HttpResponseMessage answer = await http.GetAsync("services/data/v67.0/limits");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("Acme", emulator.Org.Rows("Account").Single()["Name"]);
    }
    #endregion

    #region Readme: a shared emulator
    public sealed class AcmeOrg : SalesforceEmulatorFixture
    {
        protected override EmulatorOptions CreateOptions() => new() { Seed = 7, Leads = 0, DailyApiRequestLimit = 100_000 };
    }

    public sealed class ContactTests(AcmeOrg org) : IClassFixture<AcmeOrg>
    {
        [Fact]
        public async Task Every_contact_can_be_counted()
        {
            SalesforceEmulator emulator = await org.StartAsync();
            using HttpClient http = emulator.CreateClient();

            string count = await http.GetStringAsync("services/data/v67.0/query?q=SELECT+COUNT()+FROM+Contact");

            Assert.Contains($"\"totalSize\":{emulator.Org.Count("Contact")}", count);
        }
    }
    #endregion
}
