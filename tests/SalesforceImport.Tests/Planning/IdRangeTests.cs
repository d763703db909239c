using CsCheck;
using SalesforceImport.Planning;

namespace SalesforceImport.Tests.Planning;

public sealed class IdRangeTests
{
    private static readonly Gen<SalesforceId> Ids = Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"].Array[12]
        .Select(digits => SalesforceId.Parse("00Q" + new string(digits)));

    [Fact]
    public void The_middle_of_two_ids_lies_between_them() => Gen.Select(Ids, Ids).Where((a, b) => a != b).Sample((a, b) =>
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        var middle = IdRange.Middle(low, high);
        return middle is null || (middle > low && middle < high);
    });

    [Fact]
    public void Halving_ends()
    {
        var low = SalesforceId.Parse("00Q000000000000");
        var high = SalesforceId.Parse("00Qzzzzzzzzzzzz");
        int halvings = 0;
        while (IdRange.Middle(low, high) is { } middle)
        {
            (low, halvings) = (middle, halvings + 1);
        }

        halvings.Should().BeInRange(60, 75);
        IdRange.Middle(high, high).Should().BeNull();
    }

    [Fact]
    public void A_range_split_in_two_is_read_whole_and_in_order()
    {
        var ranges = new IdRanges();
        var (first, second, third) = (SalesforceId.Parse("00Q000000000001"), SalesforceId.Parse("00Q000000000002"), SalesforceId.Parse("00Q000000000003"));
        ranges.Split(first, third);
        ranges.Split(null, second);

        var read = new List<IdRange>();
        do
        {
            read.Add(ranges.Current);
        }
        while (ranges.MoveNext());

        read.Should().Equal(new IdRange(first, second), new IdRange(second, third), new IdRange(third, null));
    }

    [Fact]
    public void A_range_begins_behind_what_was_read()
    {
        var (first, second) = (SalesforceId.Parse("00Q000000000001"), SalesforceId.Parse("00Q000000000002"));

        new IdRange(first, null).Behind(second).After.Should().Be(second);
        new IdRange(second, null).Behind(first).After.Should().Be(second);
        new IdRange(null, second).Behind(null).Should().Be(new IdRange(null, second));
    }
}
