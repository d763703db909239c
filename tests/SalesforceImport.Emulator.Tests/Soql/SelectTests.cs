using SalesforceImport.Emulator.Soql;
using static SalesforceImport.Emulator.Tests.Soql.SoqlTest;

namespace SalesforceImport.Emulator.Tests.Soql;

public sealed class SelectTests
{
    [Fact]
    public void Fields_keep_their_order_and_their_parents()
    {
        var query = SoqlParser.Parse("SELECT Id, Account.Owner.Name,Email FROM Contact");

        query.From.Should().Be("Contact");
        query.Select.Cast<FieldItem>().Select(item => Name(item.Path)).Should().Equal("Id", "Account.Owner.Name", "Email");
    }

    [Theory]
    [InlineData("SELECT c.Name FROM Contact c")]
    [InlineData("SELECT C.Name FROM Contact c")]
    [InlineData("SELECT Contact.Name FROM Contact")]
    [InlineData("SELECT Contact.Name FROM Contact c")]
    public void The_object_s_name_and_alias_are_taken_off_a_path(string soql) =>
        SoqlParser.Parse(soql).Select.Cast<FieldItem>().Select(item => Name(item.Path)).Should().Equal("Name");

    [Fact]
    public void The_alias_is_taken_off_in_every_clause()
    {
        var query = SoqlParser.Parse(
            "SELECT MAX(c.Amount) FROM Contact c WHERE (NOT c.A = 1) AND c.B IN (1) AND c.C INCLUDES ('x') GROUP BY c.D HAVING SUM(c.E) > 1 ORDER BY c.F");

        SoqlDump.Of(query).Should().NotContain("['c',").And.Contain("Alias='c'");
    }

    [Fact]
    public void Positions_point_at_what_was_written()
    {
        const string Soql = "SELECT Id, c.Name, COUNT(c.Id) n, (SELECT Id FROM Tasks) FROM Contact c WHERE NOT c.Email = null GROUP BY c.Name";
        var query = SoqlParser.Parse(Soql);

        query.FromPosition.Should().Be(Soql.IndexOf("Contact c", StringComparison.Ordinal));
        query.Select.Select(item => item.Position).Should().Equal(
            7, Soql.IndexOf("c.Name", StringComparison.Ordinal), Soql.IndexOf("COUNT", StringComparison.Ordinal), Soql.IndexOf("(SELECT", StringComparison.Ordinal));
        ((AggregateItem)query.Select[2]).Field!.Position.Should().Be(Soql.IndexOf("c.Id", StringComparison.Ordinal));
        query.Where!.Position.Should().Be(Soql.IndexOf("NOT", StringComparison.Ordinal));
        ((NotExpression)query.Where).Operand.Position.Should().Be(Soql.IndexOf("c.Email", StringComparison.Ordinal));
        var subquery = ((SubqueryItem)query.Select[3]).Query;
        subquery.Text.Should().Be(Soql);
        subquery.FromPosition.Should().Be(Soql.IndexOf("Tasks", StringComparison.Ordinal));
    }

    [Fact]
    public void Aggregates_stand_with_and_without_an_alias()
    {
        var query = SoqlParser.Parse("SELECT LeadSource src, count(Id), Count_Distinct(Email) emails, max(Account.Size__c) top FROM Lead GROUP BY LeadSource");

        SoqlDump.Of(query.Select).Should().Be(
            "[FieldItem(Alias='src', Path=FieldPath(Parts=['LeadSource'])), "
            + "AggregateItem(Alias=null, Field=FieldPath(Parts=['Id']), Function='COUNT'), "
            + "AggregateItem(Alias='emails', Field=FieldPath(Parts=['Email']), Function='COUNT_DISTINCT'), "
            + "AggregateItem(Alias='top', Field=FieldPath(Parts=['Account', 'Size__c']), Function='MAX')]");
    }

    [Theory]
    [InlineData("SELECT COUNT() FROM Lead")]
    [InlineData("select count ( ) from Lead")]
    public void Count_of_rows_has_no_field(string soql) =>
        SoqlParser.Parse(soql).Select.Should().ContainSingle().Which.Should().Be(new AggregateItem(7, "COUNT", null, null));

    [Theory]
    [InlineData("SELECT Id, COUNT() FROM Lead")]
    [InlineData("SELECT COUNT(), Id FROM Lead")]
    [InlineData("SELECT MIN() FROM Lead")]
    [InlineData("SELECT NOSUCH(Id) FROM Lead")]
    public void Other_functions_without_a_field_are_refused(string soql) => Refusal(soql).ErrorCode.Should().Be("MALFORMED_QUERY");

    [Fact]
    public void A_field_may_be_called_like_a_function() =>
        SoqlParser.Parse("SELECT Count, Max FROM Lead").Select.Should().AllBeOfType<FieldItem>();

    [Theory]
    [InlineData("all", "ALL")]
    [InlineData("Standard", "STANDARD")]
    [InlineData("CUSTOM", "CUSTOM")]
    public void Groups_of_fields_are_items(string written, string group) =>
        SoqlParser.Parse($"SELECT FIELDS({written}), Id FROM Lead LIMIT 200").Select[0].Should().Be(new FieldsItem(7, group));

    [Fact]
    public void Child_subqueries_have_clauses_of_their_own()
    {
        var query = SoqlParser.Parse("SELECT Id, (SELECT Id FROM Tasks t WHERE t.Status = 'Open' ORDER BY Id LIMIT 3) FROM Lead t LIMIT 5");

        var child = query.Select[1].Should().BeOfType<SubqueryItem>().Which.Query;
        child.From.Should().Be("Tasks");
        Name(((Comparison)child.Where!).Field).Should().Be("Status");
        child.Limit.Should().Be(3);
        query.Limit.Should().Be(5);
    }

    [Fact]
    public void Objects_may_be_called_order_or_group()
    {
        SoqlParser.Parse("SELECT Id FROM Order ORDER BY Id").From.Should().Be("Order");
        SoqlParser.Parse("SELECT Group.Name FROM Group GROUP BY Group.Name").From.Should().Be("Group");
        SoqlParser.Parse("SELECT Group.Name FROM GroupMember").Select.Should().ContainSingle();
    }

    [Fact]
    public void Keywords_count_in_any_case_and_blanks_may_be_any_whitespace()
    {
        var plain = SoqlParser.Parse("SELECT Id FROM Lead WHERE A = 1 AND B NOT IN (2) GROUP BY C ORDER BY D DESC NULLS LAST LIMIT 1 OFFSET 2");
        var odd = SoqlParser.Parse("\r\n sElEcT\tId\nfrom Lead\t\twhere A=1 and B\nnot\r\nin(2)group by C order\nby D desc nulls\tlast limit 1 offset 2 \n");

        SoqlDump.Of(odd).Should().Be(SoqlDump.Of(plain));
    }

    [Fact]
    public void Order_has_directions_and_places_for_nulls()
    {
        var query = SoqlParser.Parse("SELECT Id FROM Lead ORDER BY A, B ASC NULLS LAST, C DESC, D DESC NULLS FIRST, E NULLS LAST");

        query.OrderBy.Select(item => (Name(item.Field), item.Descending, item.NullsLast)).Should().Equal(
            ("A", false, false), ("B", false, true), ("C", true, false), ("D", true, false), ("E", false, true));
    }

    [Fact]
    public void Groups_may_be_filtered_and_sorted_by_an_aggregate()
    {
        var query = SoqlParser.Parse("SELECT City, COUNT(Id) FROM Lead GROUP BY City, State HAVING COUNT(Id) > 1 AND City LIKE 'A%' ORDER BY COUNT(Id) DESC");

        query.GroupBy.Select(Name).Should().Equal("City", "State");
        var having = query.Having.Should().BeOfType<AndExpression>().Which.Operands;
        SoqlDump.Of(having[0]).Should().Be("AggregateComparison(Field=FieldPath(Parts=['Id']), Function='COUNT', Operator=Greater, Value=NumberLiteral(IsInteger=True, Value=1))");
        having[1].Should().BeOfType<Comparison>();
        query.OrderBy.Should().ContainSingle().Which.Function.Should().Be("COUNT");
    }

    [Theory]
    [InlineData("SELECT Id FROM Lead USING SCOPE mine WHERE A = 1")]
    [InlineData("SELECT Id FROM Lead l USING SCOPE everything WHERE A = 1")]
    [InlineData("SELECT Id FROM Lead WHERE A = 1 FOR VIEW")]
    [InlineData("SELECT Id FROM Lead WHERE A = 1 LIMIT 1 FOR REFERENCE")]
    public void Scopes_and_views_are_accepted(string soql) => SoqlParser.Parse(soql).Where.Should().BeOfType<Comparison>();

    [Fact]
    public void A_query_without_clauses_has_none()
    {
        var query = SoqlParser.Parse("SELECT Id FROM Lead");

        (query.Alias, query.Where, query.Having, query.Limit, query.Offset).Should().Be((null, null, null, null, null));
        query.GroupBy.Should().BeEmpty();
        query.OrderBy.Should().BeEmpty();
    }
}
