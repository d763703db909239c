using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Tests.Data;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("750R0000000zlh9", "750R0000000zlh9IAA")]
    [InlineData("001D000000K0fXO", "001D000000K0fXOIAZ")]
    public void The_checksum_makes_up_for_lost_casing(string shorter, string longer) => RecordId.Parse(shorter).ToString().Should().Be(longer);

    [Theory]
    [InlineData("750R0000000zlh9IAA")]
    [InlineData("001D000000K0fXOIAZ")]
    public void Real_ids_are_read_and_written_back(string id) => RecordId.Parse(id).ToString().Should().Be(id);

    [Theory]
    [InlineData("")]
    [InlineData("001D000000K0fX")]
    [InlineData("001D000000K0fXOIA")]
    [InlineData("001D000000K0fXOIAA")]
    [InlineData("001D000000K0fX-")]
    [InlineData("001D000000K0fXé")]
    public void Other_text_is_no_id(string text) => RecordId.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Ids_grow_with_the_row_and_lead_back_to_it()
    {
        var ids = new IdSpace("003", 42);
        var previous = default(RecordId);
        foreach (var row in Enumerable.Range(0, 3000).Select(i => (long)i).Concat([4_999_999, 999_999_999]))
        {
            var id = ids.At(row);
            id.CompareTo(previous).Should().BePositive();
            string.CompareOrdinal(id.ToString(), previous.ToString()).Should().BePositive();
            ids.RowOf(id).Should().Be(row);
            previous = id;
        }
    }

    [Fact]
    public void Ids_of_other_objects_and_orgs_have_no_row()
    {
        var ids = new IdSpace("003", 42);
        ids.RowOf(new IdSpace("00Q", 42).At(7)).Should().Be(-1);
        ids.RowOf(new IdSpace("003", 43).At(7)).Should().Be(-1);
        ids.RowOf(RecordId.Parse("003zzzzzzzzzzzz")).Should().Be(-1);
    }
}
