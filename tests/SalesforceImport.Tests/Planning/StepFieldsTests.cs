using SalesforceImport.Mapping;
using SalesforceImport.Planning;

namespace SalesforceImport.Tests.Planning;

public sealed class StepFieldsTests
{
    private static readonly SObjectDescription Lead = new(
        "Lead",
        "00Q",
        [
            Field("Id", "id"), Field("CreatedDate", "datetime"), Field("Email", "email"), Field("IsConverted", "boolean"),
            Field("ConvertedContactId", "reference"), Field("LastName", "string"), Field("AnnualRevenue", "currency"), Field("Address", "address"),
            Field("OwnerId", "reference") with { RelationshipName = "Owner" },
        ]);

    [Fact]
    public void Mapped_fields_join_those_the_library_needs_each_once()
    {
        var map = FieldMap.DefaultFor("Lead").Clear().Map("Email", "Email").Map("email", "WorkEmail").Map("Owner.Name", "Owner");

        var (fields, findings) = StepFields.For(Lead, map, _ => PropertyType.Text);

        fields.Select(field => field.Path).Should().Equal("Id", "CreatedDate", "Email", "IsConverted", "ConvertedContactId", "Owner.Name");
        fields[2].Properties.Should().Equal("Email", "WorkEmail");
        findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Region__c", PropertyType.Text, "FieldNotVisible")]
    [InlineData("Account.Name", PropertyType.Text, "FieldNotVisible")]
    [InlineData("Address", PropertyType.Text, "FieldTypeMismatch")]
    [InlineData("AnnualRevenue", PropertyType.Date, "FieldTypeMismatch")]
    public void A_field_that_cannot_be_read_is_a_finding_that_names_it(string field, PropertyType type, string code)
    {
        var map = FieldMap.DefaultFor("Lead").Clear().Map("LastName", "LastName").Map(field, "Wanted");

        var (fields, findings) = StepFields.For(Lead, map, mapping => mapping.Property == "Wanted" ? type : PropertyType.Text);

        fields.Should().NotContain(chosen => chosen.Path == field);
        findings.Should().ContainSingle(finding => finding.Code == code).Which.Message.Should().Contain($"Lead.{field}").And.Contain("Wanted");
    }

    [Fact]
    public void What_an_import_of_changes_may_miss_is_named_and_nothing_else()
    {
        var lead = new SObjectDescription("Lead", "00Q", [.. Lead.Fields, Field("Score__c", "double") with { Calculated = true }]);
        StepField[] fields =
        [
            new("Id", PropertyType.Text, []), new("LastName", PropertyType.Text, ["LastName"]), new("Score__c", PropertyType.Decimal, ["Score"]),
            new("Owner.Name", PropertyType.Text, ["Owner"]), new("Owner.Email", PropertyType.Text, []),
        ];

        var finding = UnseenChanges.Of(lead, fields).Should().ContainSingle().Subject;

        finding.Code.Should().Be("NotSeenByChangesOnly");
        finding.Message.Should().StartWith("Lead: Score__c, Owner.Name come from");
        UnseenChanges.Of(lead, fields[..2]).Should().BeEmpty();
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(255, false)]
    [InlineData(null, false)]
    public void A_field_that_holds_more_than_its_property_takes_is_told_and_read(int? longest, bool told)
    {
        var lead = new SObjectDescription("Lead", "00Q", [.. Lead.Fields, Field("Region__c", "string") with { Length = 255 }]);
        var map = FieldMap.DefaultFor("Lead").Clear().Map("Region__c", "Region");
        _ = longest is { } characters ? map.WithMaxLength("Region", characters) : map;

        var (fields, findings) = StepFields.For(lead, map, _ => PropertyType.Text);

        fields.Should().Contain(field => field.Path == "Region__c" && field.MaxLength == longest);
        findings.Any(finding => finding.Code == "FieldTooLong").Should().Be(told);
    }

    [Fact]
    public void Two_objects_that_fill_one_property_must_agree()
    {
        var leads = FieldMap.DefaultFor("Lead").Map("AnnualRevenue", "Size", type: PropertyType.Decimal);
        var contacts = FieldMap.DefaultFor("Contact").Map("Title", "Size", type: PropertyType.Text);

        ((Action)(() => KindProperties.Of([leads, contacts], new Dictionary<string, SObjectDescription>())))
            .Should().Throw<SalesforceImportException>().WithMessage("*Size*Lead.AnnualRevenue*Contact.Title*");
    }

    [Theory]
    [InlineData("Name; DROP TABLE contacts", "Name")]
    [InlineData("Name", "first name")]
    [InlineData("Account..Name", "Name")]
    [InlineData("1st", "Name")]
    public void A_name_that_is_none_is_refused_when_it_is_mapped(string field, string property) =>
        ((Action)(() => FieldMap.DefaultFor("Lead").Map(field, property))).Should().Throw<ArgumentException>();

    private static SObjectField Field(string name, string type) => new(name, type, 0, Filterable: true, Calculated: false, null, []);
}
