using SalesforceImport.Emulator.Soql;
using static SalesforceImport.Emulator.Tests.Soql.SoqlTest;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class SoqlErrorsTests
{
    private const string Reference = "Please reference your WSDL or the describe call for the appropriate names.";

    [Theory]
    [InlineData("SELECT Id FORM Lead", "FORM", 1, 11)]
    [InlineData("SELEKT Id FROM Lead", "SELEKT", 1, 1)]
    [InlineData("SELECT Id, FROM Lead", "FROM", 1, 12)]
    [InlineData("SELECT FROM Lead", "FROM", 1, 8)]
    [InlineData("SELECT Id", "<EOF>", 1, 10)]
    [InlineData("SELECT Id FROM", "<EOF>", 1, 15)]
    [InlineData("", "<EOF>", 1, 1)]
    [InlineData("SELECT Id FROM Lead WHERE Name = 'O'Brien'", "Brien", 1, 37)]
    [InlineData("SELECT Id FROM Lead WHERE A == 1", "=", 1, 30)]
    [InlineData("SELECT Id FROM Lead WHERE 'x' = A", "'x'", 1, 27)]
    [InlineData("SELECT Id FROM Lead l x", "x", 1, 23)]
    [InlineData("SELECT Id FROM Lead LIMIT -1", "-", 1, 27)]
    [InlineData("SELECT Id FROM Lead LIMIT 99999999999", "99999999999", 1, 27)]
    [InlineData("SELECT Id FROM Lead LIMIT 1 ORDER BY Id", "ORDER", 1, 29)]
    [InlineData("SELECT Id FROM Lead HAVING COUNT(Id) > 1", "HAVING", 1, 21)]
    [InlineData("SELECT Id FROM Lead ORDER BY Id NULLS MIDDLE", "MIDDLE", 1, 39)]
    [InlineData("SELECT Id FROM Lead; DROP", ";", 1, 20)]
    [InlineData("SELECT Account. FROM Contact", ".", 1, 15)]
    [InlineData("SELECT Id\nFROM Lead\nWHERE A = 1 OR B = 2 AND C = 3", "AND", 3, 22)]
    [InlineData("SELECT Id\r\nFROM Lead\r\nWHERE A ~ 1", "~", 3, 9)]
    public void The_unexpected_token_is_named_where_it_stands(string soql, string token, int row, int column)
    {
        var refusal = Refusal(soql);

        refusal.ErrorCode.Should().Be("MALFORMED_QUERY");
        refusal.Message.Should().EndWith($"^\nERROR at Row:{row}:Column:{column}\nunexpected token: '{token}'");
    }

    [Fact]
    public void An_unknown_column_is_pointed_at()
    {
        var refusal = SoqlErrors.NoSuchColumn("SELECT Id, Foo FROM Lead", 11, "Foo", "Lead");

        refusal.ErrorCode.Should().Be("INVALID_FIELD");
        refusal.Message.Should().Be(
            "\nSELECT Id, Foo FROM Lead\n           ^\nERROR at Row:1:Column:12\nNo such column 'Foo' on entity 'Lead'. If you are attempting to use a custom field, "
            + $"be sure to append the '__c' after the custom field name. {Reference}");
    }

    [Fact]
    public void An_unknown_object_is_pointed_at()
    {
        var refusal = SoqlErrors.NotSupportedType("select count() from XYZZY", 20, "XYZZY");

        refusal.ErrorCode.Should().Be("INVALID_TYPE");
        refusal.Message.Should().Be(
            "\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\nsObject type 'XYZZY' is not supported. If you are attempting to use a custom object, "
            + $"be sure to append the '__c' after the entity name. {Reference}");
    }

    // The excerpts that an org was seen to print.
    [Theory]
    [InlineData(
        "select Id, Company,Email,LastName,SF_date__c, ConvertedContactId from Lead where Email != null",
        "SF_date__c",
        "select Id, Company,Email,LastName,SF_date__c, ConvertedContactId from")]
    [InlineData(
        "SELECT Id, ApiName, Status FROM FlowDefinition WHERE ApiName IN ('a')",
        "ApiName",
        "SELECT Id, ApiName, Status FROM FlowDefinition")]
    [InlineData(
        "SELECT Id FROM DataSpace WHERE DataSpaceDefinition.DeveloperName = 'x'",
        "DataSpace",
        "SELECT Id FROM DataSpace WHERE DataSpaceDefinition.DeveloperName")]
    [InlineData(
        "SELECT Id,Name__c,CreatedById,OCE__ActualCap__c,TPI_Product__c,Name,OCE__JobId__c,More__c FROM X",
        "TPI_Product__c",
        "CreatedById,OCE__ActualCap__c,TPI_Product__c,Name,OCE__JobId__c")]
    [InlineData(
        "SELECT Account.Fax, Account.Phone, Account.Rating, Account.RecordTypeId, Account.ShippingCity, Id FROM Contact",
        "Account.RecordTypeId",
        "Account.Phone, Account.Rating, Account.RecordTypeId, Account.ShippingCity")]
    [InlineData(
        "SELECT Id\nFROM Contact\nWHERE AccountId = '0014000000p6XlS' AND LastName LIKE 'test' OR email LIKE 'test'",
        "OR email",
        "'0014000000p6XlS' AND LastName LIKE 'test' OR email LIKE 'test'")]
    public void A_long_query_is_shown_around_the_error(string soql, string token, string excerpt)
    {
        var message = QueryExcerpt.Describe(soql, soql.IndexOf(token, StringComparison.Ordinal), "why");

        var lines = message.Split('\n');
        lines[1].Should().Be(excerpt);
        lines[2].Should().Be(new string(' ', excerpt.IndexOf(token, StringComparison.Ordinal)) + "^");
    }

    [Fact]
    public void Relationships_filters_and_limits_have_their_own_words()
    {
        const string Soql = "SELECT Nope.Name FROM Lead WHERE A = 1";

        Says(SoqlErrors.NoSuchRelationship(Soql, 7, "Nope"), "INVALID_FIELD", "\nDidn't understand relationship 'Nope' in field path. If you are attempting to use a custom relationship, be sure to append the '__r'*");
        Says(SoqlErrors.NoSuchChildRelationship(Soql, 7, "Nope"), "INVALID_TYPE", "\nDidn't understand relationship 'Nope' in FROM part of query call.*");
        Says(SoqlErrors.FilterMismatch(Soql, 33, "A", "string", quoted: true), "INVALID_FIELD", "\nvalue of filter criterion for field 'A' must be of type string and should be enclosed in quotes");
        Says(SoqlErrors.FilterMismatch(Soql, 33, "A", "double", quoted: false), "INVALID_FIELD", "\nvalue of filter criterion for field 'A' must be of type double and should not be enclosed in quotes");
        Says(SoqlErrors.DuplicateField("Id"), "INVALID_FIELD", "duplicate field selected: Id");
        Says(SoqlErrors.TooManySemiJoins(), "EXCEEDED_MAX_SEMIJOIN_SUBSELECTS", "Maximum 2 semi join sub-selects are allowed");
    }

    [Theory]
    [InlineData("SELECT Id FROM Lead OFFSET 2001")]
    [InlineData("SELECT Id, (SELECT Id FROM Tasks OFFSET 2001) FROM Lead")]
    public void Offset_passes_over_two_thousand_rows_at_most(string soql)
    {
        SoqlParser.Parse(soql.Replace("2001", "2000", StringComparison.Ordinal)).Should().NotBeNull();
        Refusal(soql).ErrorCode.Should().Be("NUMBER_OUTSIDE_VALID_RANGE");
    }

    [Fact]
    public void A_column_takes_an_alias_in_a_grouped_query_only()
    {
        SoqlParser.Parse("SELECT Name n FROM Lead GROUP BY Name").Select[0].Should().BeOfType<FieldItem>().Which.Alias.Should().Be("n");
        Refusal("SELECT Name n FROM Lead").Message.Should().EndWith("Only aggregate expressions use field aliasing");
    }

    private static void Says(SoqlException refusal, string code, string message)
    {
        refusal.ErrorCode.Should().Be(code);
        refusal.Message.Should().Match("*" + message);
    }
}
