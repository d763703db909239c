using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SalesforceImport.Selectors;
using static SalesforceImport.Selectors.RecordCondition;

namespace SalesforceImport.Tests.Selectors;

public sealed class RecordConditionTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Last Name")]
    [InlineData("Name'")]
    [InlineData("Name)")]
    [InlineData("1Name")]
    [InlineData("Näme")]
    [InlineData(".Name")]
    [InlineData("Account..Name")]
    [InlineData("A.B.C.D.E.F.G")]
    public void A_path_that_is_not_made_of_names_is_refused(string path) =>
        ((Action)(() => Field(path))).Should().Throw<InvalidConditionException>().WithMessage($"'{path}' is not a field name*");

    [Fact]
    public void Comparisons_that_make_no_sense_are_refused_when_they_are_built()
    {
        Refused(() => Field("Country").In(Array.Empty<string>()), "Country is compared with an empty list*");
        Refused(() => Field("Country").In("a", null), "Country is compared with null*IsBlank()*");
        Refused(() => Field("Country").GreaterThan(null), "*null*");
        Refused(() => Field("Country").Like(@"a\b"), "*EscapeLike*");
        Refused(() => Field("Country").Like(@"a\"), "*EscapeLike*");
        Refused(() => Field("Country").EqualTo("\uD83D"), "*not valid Unicode*");

        static void Refused(Func<RecordCondition> build, string message) =>
            build.Should().Throw<InvalidConditionException>().WithMessage(message).Which.SObject.Should().BeNull();
    }

    [Fact]
    public void A_condition_can_be_joined_as_often_as_needed_but_not_nested_without_end()
    {
        var joined = Enumerable.Range(0, 500).Select(number => Field("NumberOfEmployees").EqualTo(number)).Aggregate((left, right) => left | right);
        SoqlCondition.Render(joined, LeadDescription.Value).Should().StartWith("(NumberOfEmployees = 0 OR NumberOfEmployees = 1 OR ");

        var nested = Enumerable.Range(0, 19).Aggregate(Field("Country").IsBlank(), (condition, _) => !condition);
        ((Action)(() => Not(nested))).Should().Throw<InvalidConditionException>().WithMessage("*more than 20 deep*");
        SelectorText.Read(SelectorText.Write(RecordSelector.AllLeads(nested))).Should().Be(RecordSelector.AllLeads(nested));
    }

    [Fact]
    public void Conditions_that_say_the_same_are_equal()
    {
        (Field("Country").In("DE", "FR") & !Soql("a = 1")).Should().Be(Field("Country").In("DE", "FR") & !Soql("a = 1"));
        Field("Country").In("DE", "FR").Should().NotBe(Field("Country").In("FR", "DE"));
        (Soql("a = 1") & Soql("b = 1")).Should().NotBe(Soql("a = 1") | Soql("b = 1"));
        Field("Country").EqualTo("5").Should().NotBe(Field("Country").EqualTo(5));
    }

    [Fact]
    public void People_read_a_condition_without_ceremony()
    {
        CreatedSince(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToString().Should().Be("CreatedDate >= 2026-01-01");
        CreatedSince(new(2026, 1, 1, 9, 30, 0, TimeSpan.Zero)).ToString().Should().Be("CreatedDate >= 2026-01-01T09:30:00.000Z");
        (Field("Country").EqualTo("DE") & (Field("Email").IsBlank() | !Field("Phone").IsNotBlank())).ToString()
            .Should().Be("Country = 'DE' and (Email is blank or (not Phone is not blank))");
        Field("NumberOfEmployees").In(Enumerable.Range(1, 2_000).Select(number => (ConditionValue)number)).ToString()
            .Should().Be("NumberOfEmployees in (1, 2, 3, 4, 5 and 1,995 more)");
        Field("LastName").NotIn("a", "b").ToString().Should().Be("LastName not in ('a', 'b')");
        Field("LastName").EqualTo(new string('x', 100)).ToString().Should().Be($"LastName = '{new string('x', 60)}…'");
        Soql("a = 1 OR b = 2").ToString().Should().Be("a = 1 OR b = 2");
    }

    [Fact]
    public void Any_condition_survives_json() => Conditions.Any.Sample(condition =>
    {
        string json = JsonSerializer.Serialize(condition, SelectorJsonContext.Default.RecordCondition);
        var read = JsonSerializer.Deserialize(json, SelectorJsonContext.Default.RecordCondition);
        read.Should().Be(condition);
        read!.GetHashCode().Should().Be(condition.GetHashCode());
        JsonSerializer.Serialize(read, SelectorJsonContext.Default.RecordCondition).Should().Be(json);
        SoqlCondition.Render(read, LeadDescription.Value).Should().Be(SoqlCondition.Render(condition, LeadDescription.Value));
    });

    [Fact]
    public void The_stored_form_is_stable() =>
        JsonSerializer.Serialize(
            (Field("Country").In("DE", "FR") | Field("Birthday__c").AtLeast(new DateOnly(2026, 1, 2))) & !CreatedSince(default) & Soql("a = 1") & Field("A").EqualTo(1.50m) & Field("B").EqualTo(7) & Field("C").EqualTo(true) & Field("D").IsBlank(),
            SelectorJsonContext.Default.RecordCondition)
            .Should().Be(
                """{"kind":"all","parts":[{"kind":"any","parts":[{"kind":"compare","field":"Country","comparison":"In","values":[{"text":"DE"},{"text":"FR"}]},{"kind":"compare","field":"Birthday__c","comparison":"AtLeast","values":[{"date":"2026-01-02"}]}]},"""
                + """{"kind":"not","condition":{"kind":"compare","field":"CreatedDate","comparison":"AtLeast","values":[{"instant":"0001-01-01T00:00:00.000Z"}]}},{"kind":"soql","text":"a = 1"},"""
                + """{"kind":"compare","field":"A","comparison":"EqualTo","values":[{"decimal":1.50}]},{"kind":"compare","field":"B","comparison":"EqualTo","values":[{"integer":7}]},{"kind":"compare","field":"C","comparison":"EqualTo","values":[{"boolean":true}]},{"kind":"compare","field":"D","comparison":"EqualTo","values":[null]}]}""");

    [Theory]
    [InlineData("""{"kind":"compare","field":"a) OR (b","comparison":"EqualTo","values":[null]}""")]
    [InlineData("""{"kind":"compare","field":"A","comparison":"EqualTo","values":[]}""")]
    [InlineData("""{"kind":"compare","field":"A","comparison":"EqualTo","values":[null,null]}""")]
    [InlineData("""{"kind":"compare","field":"A","comparison":"Like","values":[{"integer":1}]}""")]
    [InlineData("""{"kind":"all","parts":[]}""")]
    [InlineData("""{"kind":"any","parts":[null]}""")]
    [InlineData("""{"kind":"soql","text":"a = 1) OR (b = 1"}""")]
    public void A_stored_condition_is_checked_like_a_new_one(string json) =>
        ((Action)(() => JsonSerializer.Deserialize(json, SelectorJsonContext.Default.RecordCondition))).Should().Throw<InvalidConditionException>();

    [Fact]
    public void A_store_that_reorders_json_does_no_harm()
    {
        var condition = Field("Country").EqualTo("DE") & Soql("a = 1");
        var written = JsonNode.Parse(JsonSerializer.Serialize(condition, SelectorJsonContext.Default.RecordCondition))!;
        JsonSerializer.Deserialize(Reversed(written).ToJsonString(), SelectorJsonContext.Default.RecordCondition).Should().Be(condition);

        static JsonNode Reversed(JsonNode node) => node switch
        {
            JsonObject o => new JsonObject(o.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Reversed(pair.Value)))),
            JsonArray a => new JsonArray([.. a.Select(item => item is null ? null : Reversed(item))]),
            _ => node.DeepClone(),
        };
    }
}
