using System.Text;
using SalesforceImport.PostgreSql.Internal;

namespace SalesforceImport.PostgreSql.Tests;

public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("FirstName", "first_name")]
    [InlineData("Id", "id_")]
    [InlineData("OrgId", "org_id_")]
    [InlineData("SalesforceId", "salesforce_id_")]
    [InlineData("SalesforceObject", "salesforce_object_")]
    [InlineData("Xmin", "xmin_")]
    [InlineData("Ctid", "ctid_")]
    [InlineData("_version", "p_version")]
    [InlineData("Order", "order")]
    [InlineData("名前", "名前")]
    public void A_property_has_a_snake_case_column_that_is_not_the_stores_nor_the_servers(string property, string column) =>
        ColumnNames.For(property).Should().Be(column);

    [Theory]
    [InlineData("AnnualRecurringRevenueOfTheParentAccountInTheCurrencyOfTheOrganisation")]
    [InlineData("名前名前名前名前名前名前名前名前名前名前名前名前名前名前")]
    public void A_long_name_is_shortened_to_what_the_server_keeps_and_stays_apart_from_others(string property)
    {
        string one = ColumnNames.For(property + "A");
        string other = ColumnNames.For(property + "B");
        Encoding.UTF8.GetByteCount(one).Should().BeLessThan(63);
        one.Should().NotBe(other).And.NotContain("\uFFFD");
    }

    [Fact]
    public void A_quote_in_a_name_is_doubled() => ColumnNames.Quote("a\"b").Should().Be("\"a\"\"b\"");
}
