using SalesforceImport.Emulator.Data;

namespace SalesforceImport.Emulator.Tests.Data;

public sealed class AffineMapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(997)]
    [InlineData(3400)]
    public void Every_number_has_one_image_and_the_way_back_finds_it(long size)
    {
        var map = new AffineMap(size, 7, 3);
        var images = Enumerable.Range(0, (int)size).Select(i => map[i]).ToList();
        images.Should().OnlyHaveUniqueItems().And.OnlyContain(image => image >= 0 && image < size);
        images.Select(map.Undo).Should().Equal(Enumerable.Range(0, (int)size).Select(i => (long)i));
    }

    [Theory]
    [InlineData(5_000_000)]
    [InlineData(2_147_483_647)]
    [InlineData(3_000_000_019)]
    public void Large_numbers_do_not_overflow(long size)
    {
        var map = new AffineMap(size, ulong.MaxValue, uint.MaxValue);
        foreach (var i in new[] { 0, 1, size / 2, size - 2, size - 1 })
        {
            map[i].Should().BeInRange(0, size - 1);
            map.Undo(map[i]).Should().Be(i);
            map[i + size].Should().Be(map[i]);
        }
    }

    [Theory]
    [InlineData(3, 50)]
    [InlineData(40, 30)]
    [InlineData(40, 1000)]
    public void Parents_know_their_children(long parents, long children)
    {
        var link = new ParentLink(parents, 11, 5);
        for (var parent = 0L; parent < parents; parent++)
        {
            link.ChildrenOf(parent, children).Order().Should().Equal(
                Enumerable.Range(0, (int)children).Select(i => (long)i).Where(child => link.ParentOf(child) == parent));
        }
    }
}
