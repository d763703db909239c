using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesforceImport.Budgeting;
using SalesforceImport.Mapping;
using SalesforceImport.Planning;

namespace SalesforceImport.Tests.DependencyInjection;

public sealed class ConfigurationTests
{
    private const string Url = "https://acme.my.salesforce.com";

    [Fact]
    public void Every_setting_is_read_by_its_name()
    {
        var options = Read(
            ("LoginUrl", Url), ("ApiVersion", "67.0"), ("DailyCallCap", "20000"), ("Reserve", "25%"), ("CallCeiling", "50"), ("Prefer", "fastest"), ("Transport", "Rest"),
            ("TransportOf:Contact", "bulk"), ("SpreadOverDays", "true"), ("MatchByEmail", "false"), ("MatchAcrossOrgs", "true"), ("IncludeConvertedLeads", "True"),
            ("AccountSync", "true"), ("OpportunitySync", "true"), ("TaskSync", "true"), ("WhenGone", "Mark"), ("ChangeLag", "00:00:30"), ("AllowInsecureHttp", "true"));

        options.Should().BeEquivalentTo(
            new
            {
                LoginUrl = new Uri(Url),
                ApiVersion = "67.0",
                DailyCallCap = 20_000,
                CallCeiling = 50,
                Prefer = TransportPreference.Fastest,
                Transport = ImportTransport.Rest,
                SpreadOverDays = true,
                MatchByEmail = false,
                MatchAcrossOrgs = true,
                IncludeConvertedLeads = true,
                AccountSync = true,
                OpportunitySync = true,
                TaskSync = true,
                WhenGone = GoneRule.Mark,
                ChangeLag = TimeSpan.FromSeconds(30),
                AllowInsecureHttp = true,
            });
        options.Reserve.Should().Be(ApiReserve.Parse("25%", null));
        options.TransportOf.Should().ContainSingle().Which.Should().Be(new KeyValuePair<string, ImportTransport>("Contact", ImportTransport.Bulk));
    }

    [Fact]
    public void No_setting_is_forgotten()
    {
        string[] readByHand =
        [
            "LoginUrl", "ApiVersion", "DailyCallCap", "Reserve", "CallCeiling", "Prefer", "Transport", "TransportOf", "SpreadOverDays", "MatchByEmail", "MatchAcrossOrgs",
            "IncludeConvertedLeads", "AccountSync", "OpportunitySync", "TaskSync", "WhenGone", "ChangeLag", "AllowInsecureHttp",
            "LeadFields", "ContactFields", "AccountFields", "OpportunityFields", "TaskFields", "EventFields",
        ];

        typeof(SalesforceImportOptions).GetProperties().Select(property => property.Name).Should().BeEquivalentTo(readByHand, "a new setting has to be read from configuration, and tested above");
    }

    [Fact]
    public void What_is_not_there_or_blank_keeps_its_default_and_what_is_the_hosts_own_is_passed_over()
    {
        var options = Read(("LoginUrl", Url), ("DailyCallCap", ""), ("ClientSecret", "hidden"), ("LeadFields", ""));

        options.DailyCallCap.Should().BeNull();
        options.MatchByEmail.Should().BeTrue();
        options.LeadFields.Mappings.Should().Equal(new SalesforceImportOptions().LeadFields.Mappings);
    }

    [Fact]
    public void A_field_is_mapped_changed_or_left_out()
    {
        var map = Read(
            ("LoginUrl", Url), ("ContactFields:Region__c", "Region"), ("ContactFields:Account.Owner.Name", "AccountOwner"), ("ContactFields:Fax", ""),
            ("ContactFields:Phone:Property", "Phone"), ("ContactFields:Phone:Rule", "FillBlanks"), ("ContactFields:Phone:MaxLength", "20"),
            ("ContactFields:Score__c:Property", "Score"), ("ContactFields:Score__c:Type", "Integer"),
            ("ContactFields:NoPost__c:Property", "PostOptOut"), ("ContactFields:NoPost__c:OptOut", "true")).ContactFields;

        map.Mappings.Should().Contain(
        [
            new FieldMapping("Region__c", "Region", SyncRule.AlwaysSalesforce, IsOptOut: false),
            new FieldMapping("Account.Owner.Name", "AccountOwner", SyncRule.AlwaysSalesforce, IsOptOut: false),
            new FieldMapping("Phone", "Phone", SyncRule.FillBlanks, IsOptOut: false, MaxLength: 20),
            new FieldMapping("Score__c", "Score", SyncRule.AlwaysSalesforce, IsOptOut: false, PropertyType.Integer),
            new FieldMapping("NoPost__c", "PostOptOut", SyncRule.AlwaysSalesforce, IsOptOut: true, PropertyType.Boolean),
        ]);
        map.Mappings.Should().NotContain(mapping => mapping.Property == "Fax").And.Contain(mapping => mapping.Property == "LastName");
    }

    [Fact]
    public void A_map_can_start_from_nothing() =>
        Read(("LoginUrl", Url), ("LeadFields:LastName", "Name"), ("LeadFields:*", "")).LeadFields.Mappings
            .Should().Equal(new FieldMapping("LastName", "Name", SyncRule.AlwaysSalesforce, IsOptOut: false));

    [Theory]
    [InlineData("DailyCallCap", "many", "Acme:DailyCallCap is 'many': expected a whole number.")]
    [InlineData("Reserve", "120%", "Acme:Reserve is '120%': expected*10%*")]
    [InlineData("LoginUrl", "acme", "Acme:LoginUrl is 'acme': expected an absolute URL*")]
    [InlineData("Prefer", "comfort", "Acme:Prefer is 'comfort': expected one of FewestCalls, Fastest.")]
    [InlineData("Prefer", "1", "Acme:Prefer is '1': expected one of FewestCalls, Fastest.")]
    [InlineData("MatchByEmail", "yes", "Acme:MatchByEmail is 'yes': expected true or false.")]
    [InlineData("ChangeLag", "soon", "Acme:ChangeLag is 'soon': expected a time*")]
    [InlineData("TransportOf:Lead", "pigeon", "Acme:TransportOf:Lead is 'pigeon': expected one of Rest, Bulk.")]
    [InlineData("ContactFields:Name; DROP", "Name", "Acme:ContactFields:Name; DROP: 'Name; DROP' is not a field name*")]
    [InlineData("ContactFields:Phone:Rule", "Sometimes", "Acme:ContactFields:Phone:Rule is 'Sometimes': expected one of AlwaysSalesforce*")]
    [InlineData("ContactFields:Phone:MaxLength", "0", "Acme:ContactFields:Phone:MaxLength is '0': expected a number of characters*")]
    [InlineData("ContactFields:Phone:Rulle", "Never", "Acme:ContactFields:Phone:Rulle is not known*")]
    [InlineData("ContactFields:*", "none", "Acme:ContactFields:* is 'none'*")]
    public void A_value_that_makes_no_sense_is_named_by_its_key(string key, string value, string message)
    {
        var reading = () => Read(("ContactFields:Phone:Property", "Phone"), (key, value));

        reading.Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle().Which.Should().Match(message);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_code_has_the_last_word()
    {
        var reading = () => Read(("DailyCallCap", "many"), ("CallCeiling", "few"));
        reading.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(2);

        Read([("LoginUrl", Url), ("DailyCallCap", "5")], options => options.DailyCallCap = 7).DailyCallCap.Should().Be(7);
    }

    private static SalesforceImportOptions Read(params (string Key, string Value)[] settings) => Read(settings, null);

    private static SalesforceImportOptions Read((string Key, string Value)[] settings, Action<SalesforceImportOptions>? configure)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>("Acme:" + setting.Key, setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddSalesforceImport("acme", configuration.GetSection("Acme"), configure);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<SalesforceImportOptions>>().Get("acme");
    }
}
