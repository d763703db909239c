using Microsoft.Extensions.Time.Testing;

namespace SalesforceImport.Emulator.Tests.Writing;

public sealed class RowWriteTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SalesforceEmulator _emulator = null!;
    private OrgClient _client = null!;

    private EmulatedOrg Org => _emulator.Org;

    public async ValueTask InitializeAsync()
    {
        _emulator = await Orgs.StartAsync(new EmulatorOptions { TimeProvider = _time });
        _client = await OrgClient.SignInAsync(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_record_is_made_changed_and_deleted()
    {
        var made = await _client.PostAsync("sobjects/Account/", """{"Name": "Sitwell-Bluth", "AccountNumber": "420", "AnnualRevenue": 12.5, "NumberOfEmployees": 7}""");
        var id = made.Body!.RequiredString("id");
        made.Should().BeEquivalentTo(new { Status = 201, Location = $"/services/data/v67.0/sobjects/Account/{id}" });
        made.Json.Should().Be($$"""{"id":"{{id}}","success":true,"errors":[]}""");

        _time.Advance(TimeSpan.FromMinutes(1));
        var changed = await _client.PatchAsync($"sobjects/Account/{id}", """{"Name": "Bluth", "AccountNumber": null}""");
        (changed.Status, changed.Body).Should().Be((204, null));
        var record = (await _client.QueryRecordsAsync($"SELECT Name, AccountNumber, AnnualRevenue, CreatedDate, SystemModstamp FROM Account WHERE Id = '{id}'")).Single();
        record.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal).Should().EndWith(
            """
            "Name":"Bluth","AccountNumber":null,"AnnualRevenue":12.5,"CreatedDate":"2026-07-01T12:00:00.000+0000","SystemModstamp":"2026-07-01T12:01:00.000+0000"}
            """);

        (await _client.DeleteAsync($"sobjects/Account/{id[..15]}")).Status.Should().Be(204);
        (await _client.DeleteAsync($"sobjects/Account/{id}")).Error.Should().Be((404, "ENTITY_IS_DELETED", "entity is deleted", ""));
        (await _client.PatchAsync($"sobjects/Account/{id}", "{}")).Error.Code.Should().Be("ENTITY_IS_DELETED");
        (await _client.QueryIdsAsync("SELECT Id FROM Account WHERE IsDeleted = true", all: true)).Should().Equal(id);
    }

    [Theory]
    [InlineData("Contact", """{"FirstName": "x"}""", "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]", "LastName")]
    [InlineData("Opportunity", """{"Name": "x"}""", "REQUIRED_FIELD_MISSING", "Required fields are missing: [StageName, CloseDate]", "StageName,CloseDate")]
    [InlineData("Contact", """{"LastName": null}""", "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]", "LastName")]
    [InlineData("Contact", """{"LastName": "x", "Foo": 1}""", "INVALID_FIELD", "No such column 'Foo' on sobject of type Contact", "")]
    [InlineData("Contact", """{"LastName": "x", "Id": "003000000000000"}""", "INVALID_FIELD", "The Id field should not be specified in the sobject data.", "")]
    [InlineData("Contact", """{"LastName": "x", "IsDeleted": true, "Name": "y"}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: IsDeleted, Name. Please check the security settings*", "IsDeleted,Name")]
    [InlineData("Contact", """{"LastName": "x", "AccountId": "003000000000000"}""", "FIELD_INTEGRITY_EXCEPTION", "Account ID: id value of incorrect type: 003000000000000", "AccountId")]
    [InlineData("Contact", """{"LastName": "x", "AccountId": "12"}""", "MALFORMED_ID", "Account ID: id value of incorrect type: 12", "AccountId")]
    [InlineData("Contact", """{"LastName": "x", "AccountId": "001000000000000"}""", "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", "")]
    [InlineData("Contact", """{"LastName": "x", "Email": "123"}""", "INVALID_EMAIL_ADDRESS", "Email: invalid email address: 123", "Email")]
    [InlineData("Contact", """{"LastName": "x", "CleanStatus": "Dirty"}""", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Clean Status: bad value for restricted picklist field: Dirty", "CleanStatus")]
    [InlineData("Contact", """{"LastName": "x", "DoNotCall": null}""", "INVALID_TYPE_ON_FIELD_IN_RECORD", "Do Not Call: value not of required type: null", "DoNotCall")]
    [InlineData("Contact", """{"LastName": "x", "Birthdate": "abc"}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of date from VALUE_STRING value abc*", "Birthdate")]
    [InlineData("Contact", """{"LastName": ["x"]}""", "JSON_PARSER_ERROR", "Cannot deserialize instance of string from START_ARRAY value [*", "LastName")]
    [InlineData("Account", """{"Name": "x", "NumberOfEmployees": 3000000000}""", "NUMBER_OUTSIDE_VALID_RANGE", "Employees: value outside of valid range on numeric field: 3000000000", "NumberOfEmployees")]
    [InlineData("Contact", """{"LastName": "x", "Birthdate": "9999-12-31"}""", "NUMBER_OUTSIDE_VALID_RANGE", "Birthdate: value outside of valid range on date field: 9999-12-31", "Birthdate")]
    [InlineData("Event", """{"ActivityDateTime": "9999-12-31T23:59:59Z", "DurationInMinutes": 1}""", "NUMBER_OUTSIDE_VALID_RANGE", "Due Date Time: value outside of valid range on date field: 9999-12-31", "ActivityDateTime")]
    [InlineData("Event", """{"ActivityDateTime": "2026-12-31T23:59:59Z", "DurationInMinutes": 20161}""", "FIELD_INTEGRITY_EXCEPTION", "Event duration can not be longer than 14 days", "DurationInMinutes")]
    [InlineData("Organization", """{"Name": "x"}""", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be inserted: Organization", "")]
    public async Task What_the_org_does_not_take_it_refuses_in_its_own_words(string objectName, string json, string code, string message, string fields)
    {
        var before = Org.Count(objectName);
        var error = (await _client.PostAsync($"sobjects/{objectName}", json)).Error;
        (error.Status, error.Code, error.Fields).Should().Be((400, code, fields));
        error.Message.Should().Match(message.Replace("[", "?", StringComparison.Ordinal));
        Org.Count(objectName).Should().Be(before);
    }

    [Fact]
    public async Task Texts_are_measured_in_characters()
    {
        await _client.CreateAsync("Contact", $$"""{"LastName": "{{new string('ü', 80)}}"}""");
        var error = (await _client.PostAsync("sobjects/Contact", $$"""{"LastName": "{{new string('ü', 81)}}"}""")).Error;
        error.Should().Be((400, "STRING_TOO_LONG", $"Last Name: data value too large: {new string('ü', 81)} (max length=80)", "LastName"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"LastName\": \"x\"} x")]
    [InlineData("{\"LastName\": \"\\ud800\"}")]
    public async Task Broken_json_is_no_record(string body)
    {
        var error = (await _client.PostAsync("sobjects/Contact", body)).Error;
        (error.Status, error.Code).Should().Be((400, "JSON_PARSER_ERROR"));
    }

    [Fact]
    public async Task A_path_must_lead_to_a_record_of_its_object()
    {
        (await _client.PostAsync("sobjects/Nope", "{}")).Error.Should().Be((404, "NOT_FOUND", "The requested resource does not exist", ""));
        (await _client.PatchAsync("sobjects/Contact/23foo", "{}")).Error.Should().Be((404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: 23foo", ""));
        (await _client.PatchAsync("sobjects/Contact/003000000000000AAA", "{}")).Error.Code.Should().Be("NOT_FOUND");
        (await _client.DeleteAsync($"sobjects/Contact/{Org.IdAt("Lead", 0)}")).Error.Code.Should().Be("MALFORMED_ID");
        (await _client.WriteAsync(HttpMethod.Put, "sobjects/Contact", "{}")).Error.Code.Should().Be("METHOD_NOT_ALLOWED");
        (await _client.WriteAsync(HttpMethod.Post, "sobjects/Contact", "LastName=x", "text/plain")).Status.Should().Be(415);
    }

    [Fact]
    public async Task A_converted_lead_cannot_be_changed()
    {
        var lead = Org.Rows("Lead").First(row => (bool)row["IsConverted"]!);
        (await _client.PatchAsync($"sobjects/Lead/{lead.Id}", """{"LastName": "x"}""")).Error.Should().Be((400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", ""));
    }

    [Fact]
    public async Task Dates_and_times_are_read_in_every_form_that_the_api_writes()
    {
        var id = await _client.CreateAsync("Task", """{"Subject": "Call", "ActivityDate": "2026-02-03", "ReminderDateTime": "2026-02-03T10:00:00.000+0000", "IsReminderSet": true}""");
        Org.Find(id)!["ReminderDateTime"].Should().Be(new DateTimeOffset(2026, 2, 3, 10, 0, 0, TimeSpan.Zero));
        (await _client.PatchAsync($"sobjects/Task/{id}", """{"ReminderDateTime": "2026-02-03T10:00:00+02:00", "ActivityDate": "2026-02-04T00:00:00.000Z"}""")).Status.Should().Be(204);
        Org.Find(id)!["ReminderDateTime"].Should().Be(new DateTimeOffset(2026, 2, 3, 8, 0, 0, TimeSpan.Zero));
        Org.Find(id)!["ActivityDate"].Should().Be(new DateOnly(2026, 2, 4));
    }

    [Fact]
    public async Task A_task_belongs_to_the_account_of_its_contact_and_tells_when_it_was_done()
    {
        var contact = Org.Rows("Contact").First(row => row["AccountId"] is not null);
        var id = await _client.CreateAsync("Task", $$"""{"Subject": "Call", "WhoId": "{{contact.Id}}"}""");
        Org.Find(id)!["AccountId"].Should().Be(contact["AccountId"]);
        Org.Find(id)!["CompletedDateTime"].Should().BeNull();
        await _client.PatchAsync($"sobjects/Task/{id}", """{"Status": "Completed"}""");
        Org.Find(id)!["CompletedDateTime"].Should().Be(_time.GetUtcNow());
        Org.Find(id)!["IsClosed"].Should().Be(true);
    }

    [Fact]
    public async Task An_opportunity_takes_its_probability_from_the_stage_and_has_one_primary_contact()
    {
        var id = await _client.CreateAsync("Opportunity", """{"Name": "Deal", "StageName": "Closed Won", "CloseDate": "2026-08-01"}""");
        (Org.Find(id)!["IsWon"], Org.Find(id)!["Probability"]).Should().Be((true, 99m));
        await _client.PatchAsync($"sobjects/Opportunity/{id}", """{"StageName": "Closed Lost"}""");
        Org.Find(id)!["Probability"].Should().Be(0m);

        var first = await _client.CreateAsync("OpportunityContactRole", $$"""{"OpportunityId": "{{id}}", "ContactId": "{{Org.IdAt("Contact", 1)}}", "IsPrimary": true}""");
        var second = await _client.CreateAsync("OpportunityContactRole", $$"""{"OpportunityId": "{{id}}", "ContactId": "{{Org.IdAt("Contact", 2)}}", "IsPrimary": true}""");
        (Org.Find(first)!["IsPrimary"], Org.Find(second)!["IsPrimary"]).Should().Be((false, true));
    }

    [Fact]
    public async Task Nobody_is_in_a_campaign_twice()
    {
        var (campaign, lead) = (await _client.CreateAsync("Campaign", """{"Name": "Fair"}"""), Org.IdAt("Lead", 0));
        var json = $$"""{"CampaignId": "{{campaign}}", "LeadId": "{{lead}}"}""";
        var member = await _client.CreateAsync("CampaignMember", json);
        Org.Find(member)!["Status"].Should().Be("Sent");
        (await _client.PostAsync("sobjects/CampaignMember", json)).Error.Should().Be((400, "DUPLICATE_VALUE", "Already a campaign member.", ""));
        (await _client.PatchAsync($"sobjects/CampaignMember/{member}", """{"Status": "Responded"}""")).Status.Should().Be(204);
        (await _client.PostAsync("sobjects/CampaignMember", $$"""{"CampaignId": "{{campaign}}"}""")).Error.Code.Should().Be("FIELD_INTEGRITY_EXCEPTION");
    }

    [Fact]
    public async Task A_hidden_field_cannot_be_written()
    {
        Org.HideField("Contact", "Email");
        (await _client.PostAsync("sobjects/Contact", """{"LastName": "x", "Email": "a@b.example"}""")).Error.Code.Should().Be("INVALID_FIELD");
    }
}
