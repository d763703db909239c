using System.Text.Json;
using SalesforceImport.Selectors;

namespace SalesforceImport.Tests.Selectors;

public sealed class RecordSelectorTests
{
    private static readonly RecordCondition Recent = RecordCondition.CreatedSince(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly RecordCondition German = RecordCondition.Field("Country").EqualTo("Germany");

    public static TheoryData<string, RecordSelector> Selectors => new()
    {
        { "all leads", RecordSelector.AllLeads() },
        { "leads where Country = 'Germany'", RecordSelector.AllLeads(German) },
        { "all contacts", RecordSelector.AllContacts() },
        { "contacts where CreatedDate >= 2026-01-01", RecordSelector.AllContacts(Recent) },
        { "all leads and contacts", RecordSelector.LeadsAndContacts() },
        { "leads and contacts where CreatedDate >= 2026-01-01", RecordSelector.LeadsAndContacts(Recent) },
        { "leads where Country = 'Germany', and contacts where CreatedDate >= 2026-01-01", RecordSelector.LeadsAndContacts(German, Recent) },
        { "leads where Country = 'Germany', and all contacts", RecordSelector.LeadsAndContacts(German, null) },
    };

    [Theory]
    [MemberData(nameof(Selectors))]
    public void A_selector_reads_as_a_sentence(string sentence, RecordSelector selector) => selector.ToString().Should().Be(sentence);

    [Theory]
    [MemberData(nameof(Selectors))]
    public void A_selector_survives_being_stored(string sentence, RecordSelector selector)
    {
        string text = SelectorText.Write(selector);
        var read = SelectorText.Read(text);
        read.Should().Be(selector).And.BeOfType(selector.GetType());
        read.ToString().Should().Be(sentence);
        SelectorText.Write(read).Should().Be(text);
    }

    [Fact]
    public void The_stored_form_is_stable()
    {
        SelectorText.Write(RecordSelector.AllLeads()).Should().Be("""{"kind":"leads"}""");
        SelectorText.Write(RecordSelector.LeadsAndContacts(null, RecordCondition.Soql("a = 1")))
            .Should().Be("""{"kind":"leadsAndContacts","contactsWhere":{"kind":"soql","text":"a = 1"}}""");
    }

    [Fact]
    public void A_host_can_store_a_selector_with_its_own_serializer()
    {
        var selector = RecordSelector.LeadsAndContacts(German & !Recent);
        string json = JsonSerializer.Serialize<RecordSelector>(selector);
        JsonSerializer.Deserialize<RecordSelector>(json).Should().Be(selector);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"everything"}""")]
    [InlineData("""{"kind":"leads","where":{"kind":"compare","field":"A","comparison":"Near","values":[null]}}""")]
    [InlineData("""{"kind":"leads","where":{"kind":"compare","field":"A","comparison":"EqualTo","values":[{"colour":"red"}]}}""")]
    [InlineData("""{"kind":"leads","where":{"kind":"compare","field":"A","comparison":"EqualTo","values":[{"date":"2026-13-01"}]}}""")]
    [InlineData("""{"kind":"leads","where":{"kind":"compare","field":"A","comparison":"EqualTo","values":[{"text":"a","date":"2026-01-01"}]}}""")]
    [InlineData("""{"kind":"leads","where":{"kind":"compare"}}""")]
    public void Text_that_is_no_selector_is_refused(string text) =>
        ((Action)(() => SelectorText.Read(text))).Should().Throw<SalesforceImportException>().WithMessage("The stored selector cannot be read*");

    [Fact]
    public void A_selector_names_the_objects_it_reads()
    {
        RecordSelector.AllLeads(German).Parts.Should().Equal(new ObjectPart("Lead", German));
        RecordSelector.AllContacts().Parts.Should().Equal(new ObjectPart("Contact", null));
        RecordSelector.LeadsAndContacts(Recent).Parts.Should().Equal(new ObjectPart("Contact", Recent), new ObjectPart("Lead", Recent));
        RecordSelector.LeadsAndContacts(German, Recent).Parts.Should().Equal(new ObjectPart("Contact", Recent), new ObjectPart("Lead", German));
    }
}
