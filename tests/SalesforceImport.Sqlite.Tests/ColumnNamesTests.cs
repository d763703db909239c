using SalesforceImport.Sqlite.Internal;
using SalesforceImport.Sqlite.Tests.Support;
using SalesforceImport.Stores;

namespace SalesforceImport.Sqlite.Tests;

public sealed class ColumnNamesTests : StoreTests
{
    [Theory]
    [InlineData("Email", "email")]
    [InlineData("FirstName", "first_name")]
    [InlineData("MailingPostalCode", "mailing_postal_code")]
    [InlineData("HTTPUrl", "http_url")]
    [InlineData("Address2Line", "address2_line")]
    [InlineData("Region__c", "region__c")]
    [InlineData("Id", "id_")]
    [InlineData("OrgId", "org_id_")]
    [InlineData("SalesforceId", "salesforce_id_")]
    [InlineData("_version", "p_version")]
    [InlineData("Order", "order")]
    public void A_property_is_kept_in_a_snake_case_column(string property, string column) =>
        ColumnNames.For(property).Should().Be(column);

    [Fact]
    public async Task Reserved_words_and_odd_names_are_columns_like_others()
    {
        string[] names = ["Order", "Select", "Id", "OrgId", "_version", "Groß", "With \"quotes\"", "Drop;Table", "a-b"];
        var schema = new StoreSchema(RecordKind.Contact, [.. names.Select(name => new StoreProperty(name, PropertyType.Text))]);
        var store = await PreparedAsync(schema);
        var values = names.Select(FieldValue.FromText).ToArray();
        await ApplyAsync(store, new CreateRow { Leader = new() { Key = new(People.Org, People.Id(1)), Object = "Contact" }, Values = values });
        (await SingleAsync(store, People.BySource(1))).Values.Should().Equal(values);
    }

    [Fact]
    public async Task Two_properties_of_one_column_are_refused()
    {
        var schema = new StoreSchema(RecordKind.Contact, [new("FirstName", PropertyType.Text), new("First_name", PropertyType.Text)]);
        var prepare = () => PreparedAsync(schema);
        (await prepare.Should().ThrowAsync<SalesforceImportException>()).WithMessage("*'FirstName'*'First_name'*'first_name'*");
    }
}
