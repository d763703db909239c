using CsCheck;
using SalesforceImport.Selectors;
using static SalesforceImport.Selectors.RecordCondition;

namespace SalesforceImport.Tests.Selectors;

public sealed class SoqlConditionTests
{
    private static readonly DateTimeOffset Instant = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static TheoryData<string, RecordCondition> Rendered => new()
    {
        { "Country = 'Germany'", Field("Country").EqualTo("Germany") },
        { @"LastName = 'O\'Brien'", Field("LastName").EqualTo("O'Brien") },
        { "Country = null", Field("Country").EqualTo(null) },
        { "Country = null", Field("Country").IsBlank() },
        { "Country != null", Field("Country").IsNotBlank() },
        { "Country != 'France'", Field("Country").NotEqualTo("France") },
        { "Country IN ('Germany', 'France')", Field("Country").In("Germany", "France") },
        { "Country IN ('Germany', 'France')", Field("Country").In(["Germany", "France"]) },
        { "Country IN ('Germany')", Field("Country").In(new List<string> { "Germany" }) },
        { "Country NOT IN ('Germany')", Field("Country").NotIn("Germany") },
        { "NumberOfEmployees IN (1, 2)", Field("NumberOfEmployees").In(1, 2) },
        { "Id IN ('00Q000000000001EAA')", Field("Id").In(new[] { SalesforceId.Parse("00Q000000000001") }) },
        { "LastName LIKE 'A%'", Field("LastName").Like("A%") },
        { @"LastName LIKE '50\%%'", Field("LastName").Like(EscapeLike("50%") + "%") },
        { "NumberOfEmployees > 10", Field("NumberOfEmployees").GreaterThan(10) },
        { "NumberOfEmployees >= 10", Field("NumberOfEmployees").AtLeast(10) },
        { "AnnualRevenue < 10.5", Field("AnnualRevenue").LessThan(10.5m) },
        { "AnnualRevenue <= 10", Field("AnnualRevenue").AtMost(10) },
        { "DoNotCall = true", Field("DoNotCall").EqualTo(true) },
        { "Birthday__c >= 2026-01-02", Field("Birthday__c").AtLeast(new DateOnly(2026, 1, 2)) },
        { "CreatedDate >= 2026-01-02T03:04:05.678Z", CreatedSince(Instant) },
        { "SystemModstamp >= 2026-01-02T03:04:05.678Z", ModifiedSince(Instant.AddTicks(9)) },
        { "Id = '00Q000000000001EAA'", Field("Id").EqualTo(SalesforceId.Parse("00Q000000000001")) },
        { "OwnerId = '005000000000001'", Field("OwnerId").EqualTo("005000000000001") },
        { "Owner.Name = 'Ada'", Field("Owner.Name").EqualTo("Ada") },
        { "Company__r.Parent.CreatedDate = 5", Field("company__R.Parent.CreatedDate").EqualTo(5) },
        { "CreatedDate = 2026-01-02T03:04:05.678Z", Field("createddate").EqualTo(Instant) },
        { "Odd__c > true", Field("Odd__c").GreaterThan(true) },
        { "(Country = 'DE' AND LastName != null AND DoNotCall = false)", Field("Country").EqualTo("DE") & Field("LastName").IsNotBlank() & Field("DoNotCall").EqualTo(false) },
        { "(Country = 'DE' OR (Country = 'FR' AND DoNotCall = false))", Field("Country").EqualTo("DE").Or(Field("Country").EqualTo("FR").And(Field("DoNotCall").EqualTo(false))) },
        { "((Country = 'DE' OR Country = 'FR') AND DoNotCall = false)", (Field("Country").EqualTo("DE") | Field("Country").EqualTo("FR")) & Field("DoNotCall").EqualTo(false) },
        { "(NOT Country = 'DE')", !Field("Country").EqualTo("DE") },
        { "(NOT (Country = 'DE' AND LastName = 'x'))", Not(Field("Country").EqualTo("DE") & Field("LastName").EqualTo("x")) },
        { "(CreatedDate = LAST_N_DAYS:30)", Soql("CreatedDate = LAST_N_DAYS:30") },
        { "((a = 1 OR b = 2) AND Country = 'DE')", Soql("a = 1 OR b = 2") & Field("Country").EqualTo("DE") },
    };

    public static TheoryData<RecordCondition, string> Refused => new()
    {
        { Field("Contry").EqualTo("x"), "Lead has no field 'Contry', or this user cannot see it. Did you mean Country*" },
        { Field("Region").EqualTo("x"), "*no field 'Region'*Did you mean Region__c?" },
        { Field("Moblie_Phone").EqualTo("x"), "*Did you mean MobilePhone or Phone?" },
        { Field("Xyzzyxyzzy").EqualTo("x"), "*or this user cannot see it." },
        { Field("Owners.Name").EqualTo("x"), "Lead has no parent 'Owners' to reach 'Owners.Name' by*Did you mean Owner?" },
        { Field("OwnerId.Name").EqualTo("x"), "*no parent 'OwnerId'*Did you mean Owner?" },
        { Field("Description").Like("%x%"), "Description of Lead is a textarea field that Salesforce cannot filter by*" },
        { Field("CreatedDate").AtLeast(new DateOnly(2026, 1, 2)), "CreatedDate of Lead is a datetime field, and 2026-01-02 is a date; give an instant (DateTimeOffset)." },
        { Field("Birthday__c").EqualTo(Instant), "Birthday__c of Lead is a date field, and 2026-01-02T03:04:05.678Z is an instant (a datetime); give a date (DateOnly)." },
        { Field("Country").EqualTo(5), "Country of Lead is a string field, and 5 is a whole number; give text." },
        { Field("DoNotCall").EqualTo("true"), "DoNotCall of Lead is a boolean field, and 'true' is text; give true or false." },
        { Field("NumberOfEmployees").EqualTo(5.5m), "NumberOfEmployees of Lead is an int field, and 5.5 is a decimal number; give a whole number." },
        { Field("NumberOfEmployees").In(5, "six"), "*'six' is text*" },
        { Field("AnnualRevenue").EqualTo("5"), "AnnualRevenue of Lead is a currency field, and '5' is text; give a number." },
        { Field("OwnerId").EqualTo("Ada"), "OwnerId of Lead is a reference field, and 'Ada' is text; give an id of 15 or 18 characters." },
        { Field("Address").EqualTo("Berlin"), "Address of Lead is an address field*compare one of its parts*" },
        { Field("CallAt__c").EqualTo("10:00"), "CallAt__c of Lead is a time field*RecordCondition.Soql." },
        { Field("DoNotCall").GreaterThan(false), "DoNotCall of Lead is a boolean field, which cannot be compared by >." },
        { Field("Id").Like("00Q000000000001"), "Id of Lead is an id field, which cannot be compared by LIKE." },
        { Field("Interests__c").Like("A%"), "*multipicklist field, which cannot be compared by LIKE." },
        { Field("LastName").EqualTo(new string('x', 4_001)), "LastName of Lead is compared with a text of 4,001 characters, and Salesforce allows 4,000." },
        { Field("Country").EqualTo("x") & !Field("Contry").EqualTo("x"), "*'Contry'*" },
        { Field("Id").In(Enumerable.Repeat("00Q000000000001EAA", 4_000)), "The condition on Lead is 88,0?? characters of SOQL, and at most 80,000 are allowed*" },
    };

    [Theory]
    [MemberData(nameof(Rendered))]
    public void A_condition_is_rendered(string soql, RecordCondition condition) =>
        SoqlCondition.Render(condition, LeadDescription.Value).Should().Be(soql);

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_condition_that_does_not_fit_the_object_is_refused_by_name(RecordCondition condition, string message)
    {
        var render = () => SoqlCondition.Render(condition, LeadDescription.Value);
        var refused = render.Should().Throw<InvalidConditionException>().WithMessage(message).Which;
        refused.SObject.Should().Be("Lead");
        refused.Condition.Should().NotBeEmpty();
    }

    [Fact]
    public void Any_rendering_is_balanced_and_stands_as_one_operand() => Conditions.Any.Sample(condition =>
    {
        string soql = $"SELECT Id FROM Lead WHERE IsDeleted = false AND {SoqlCondition.Render(condition, LeadDescription.Value)} ORDER BY Id";
        string outline = SoqlReader.Outline(soql);
        outline.Should().MatchRegex("^SELECT Id FROM Lead WHERE IsDeleted = false AND (\\(\\)|[A-Za-z_.]+ (=|!=|<|<=|>|>=|LIKE) (\\?|null|true|false|[-0-9.:TZ]+)|[A-Za-z_.]+ (NOT )?IN \\(\\)) ORDER BY Id$");
    });
}
