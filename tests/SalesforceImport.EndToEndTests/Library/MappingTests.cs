using System.Globalization;
using SalesforceImport.Emulator;
using SalesforceImport.Planning;
using SalesforceImport.Selectors;

namespace SalesforceImport.EndToEndTests.Library;

/// <summary>Values of every type, from the org's answers into columns of real databases.</summary>
public sealed class MappingTests
{
    public static TheoryData<StoreKind, ImportTransport> Ways => new MatrixTheoryData<StoreKind, ImportTransport>(Enum.GetValues<StoreKind>(), Enum.GetValues<ImportTransport>());

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_value_of_any_type_arrives_as_what_it_is(StoreKind kind, ImportTransport transport)
    {
        await using var org = await ImportedOrg.StartAsync(kind);
        org.Org.AddField("Contact", new EmulatedField("Topics__c", EmulatedFieldType.MultiPicklist) { Values = ["News", "Offers", "Events"] });
        org.Org.AddField("Contact", new EmulatedField("Score__c", EmulatedFieldType.Number) { Scale = 3 });
        org.Org.AddField("Contact", new EmulatedField("Met__c", EmulatedFieldType.DateTime));
        org.Org.AddField("Contact", new EmulatedField("Vip__c", EmulatedFieldType.Checkbox));
        string account = org.Org.Insert("Account", ("Name", "Müller & Söhne"));
        org.Org.Insert(
            "Contact",
            ("LastName", "Adams"), ("AccountId", account), ("Topics__c", "Events;News"), ("Score__c", 1234567.125m), ("Met__c", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)),
            ("Vip__c", true), ("Birthdate", new DateOnly(1979, 12, 31)), ("MailingStreet", "1 Main St\r\nSuite 2"), ("MailingCity", "Springfield"), ("MailingPostalCode", "01234"), ("MailingCountry", "USA"));
        org.Org.Insert("Contact", ("LastName", "Blank"));

        var report = await org.ImportAsync(RecordSelector.AllContacts(), options =>
        {
            options.Transport = transport;
            options.ContactFields
                .Map("Topics__c", "Topics").Map("Score__c", "Score").Map("Met__c", "MetAt").Map("Vip__c", "IsVip")
                .Map("Owner.Name", "OwnerName").Map("Account.CreatedDate", "AccountSince", type: PropertyType.DateTime);
        });

        report.Objects["Contact"].Created.Should().Be(2, string.Join(' ', report.Notes));
        (await TextAsync(org, "topics")).Should().BeOneOf("Events;News", "News;Events");
        Convert.ToDecimal(await ValueAsync(org, "score"), CultureInfo.InvariantCulture).Should().Be(1234567.125m);
        Instant(await ValueAsync(org, "met_at")).Should().Be(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc));
        Convert.ToBoolean(await ValueAsync(org, "is_vip"), CultureInfo.InvariantCulture).Should().BeTrue();
        Day(await ValueAsync(org, "birthdate")).Should().Be(new DateOnly(1979, 12, 31));
        (await TextAsync(org, "street")).Should().Be("1 Main St\r\nSuite 2");
        (await TextAsync(org, "city")).Should().Be("Springfield");
        (await TextAsync(org, "postal_code")).Should().Be("01234", "it is no number");
        (await TextAsync(org, "country")).Should().Be("USA");
        (await TextAsync(org, "company")).Should().Be("Müller & Söhne");
        (await TextAsync(org, "account_salesforce_id")).Should().Be(SalesforceId.Parse(account).ToString());
        (await TextAsync(org, "owner_name")).Should().NotBeNullOrEmpty();
        Instant(await ValueAsync(org, "account_since")).Year.Should().BeGreaterThan(2000);
        foreach (string column in (string[])["topics", "score", "met_at", "birthdate", "street", "company", "account_since"])
        {
            (await org.ValueAsync($"SELECT {column} FROM contacts WHERE last_name = 'Blank'")).Should().BeNull(column);
        }
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public async Task A_field_that_is_mapped_later_fills_rows_that_did_not_change_otherwise(StoreKind kind)
    {
        await using var org = await ImportedOrg.StartAsync(kind, contacts: 25);
        org.Org.AddField("Contact", new EmulatedField("Region__c", EmulatedFieldType.Text));
        string contact = org.Org.Insert("Contact", ("LastName", "Adams"), ("Region__c", "North"));
        (await org.ImportAsync(RecordSelector.AllContacts())).Objects["Contact"].Selected.Should().Be(26);
        Action<SalesforceImportOptions> mapped = options => options.ContactFields.Map("Region__c", "Region");

        var second = await org.ImportAsync(RecordSelector.AllContacts(), mapped);
        var third = await org.ImportAsync(RecordSelector.AllContacts(), mapped);

        (await org.ValueAsync($"SELECT region FROM contacts WHERE salesforce_id = '{SalesforceId.Parse(contact)}'")).Should().Be("North");
        second.Objects["Contact"].Updated.Should().Be(1, "only one has a value in it");
        third.Objects["Contact"].Updated.Should().Be(0);
        (await org.ImportAsync(RecordSelector.AllContacts())).Objects["Contact"].Failed.Should().Be(0, "the column may stay when the field is mapped no more");
    }

    [Fact]
    public async Task A_value_that_is_longer_than_its_property_fails_by_name_and_the_plan_warns_of_it()
    {
        await using var org = await ImportedOrg.StartAsync(StoreKind.Sqlite);
        org.Org.Insert("Contact", ("LastName", "Adams"), ("Title", "Director"));
        org.Org.Insert("Contact", ("LastName", "Baker"), ("Title", "Vice-président"));
        Action<SalesforceImportOptions> limited = options => options.ContactFields.WithMaxLength("Title", 13);

        var plan = await org.AskAsync(importer => importer.PlanAsync(RecordSelector.AllContacts(), TestContext.Current.CancellationToken), limited);
        var report = await org.ImportAsync(RecordSelector.AllContacts(), limited);

        plan.Findings.Should().ContainSingle(finding => finding.Code == "FieldTooLong").Which.Message.Should().Contain("Contact.Title").And.Contain("13");
        report.Objects["Contact"].Should().Be(new ObjectTally { Selected = 2, Created = 1, Failed = 1 });
        report.Failures.Should().ContainSingle().Which.Detail.Should().Contain("14 characters").And.NotContain("président");
    }

    private static Task<object?> ValueAsync(ImportedOrg org, string column) => org.ValueAsync($"SELECT {column} FROM contacts WHERE last_name = 'Adams'");

    private static async Task<string?> TextAsync(ImportedOrg org, string column) => (string?)await ValueAsync(org, column);

    private static DateTime Instant(object? value) => value is string text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
        : ((DateTime)value!).ToUniversalTime();

    private static DateOnly Day(object? value) => value switch
    {
        string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day,
        _ => DateOnly.FromDateTime((DateTime)value!),
    };
}
