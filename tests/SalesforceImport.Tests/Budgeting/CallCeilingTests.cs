using SalesforceImport.Budgeting;

namespace SalesforceImport.Tests.Budgeting;

public sealed class CallCeilingTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(8, 13)]
    [InlineData(50, 55)]
    [InlineData(51, 57)]
    [InlineData(100, 110)]
    [InlineData(15_001, 16_502)]
    public void Headroom_is_the_larger_of_five_calls_and_ten_per_cent_rounded_up(long expected, long ceiling) =>
        CallCeiling.For(expected).Should().Be(ceiling);

    [Theory]
    [InlineData(8, 0, 0, 8)]
    [InlineData(8, 2, 0, 10)]
    [InlineData(1_000, 2, 0.05, 1_002)]
    [InlineData(1_000, 2, 50, 1_500)]
    public void Headroom_can_be_set(long expected, long calls, double perCent, long ceiling) =>
        CallCeiling.For(expected, new() { Calls = calls, PerCent = (decimal)perCent }).Should().Be(ceiling);

    [Fact]
    public void A_ceiling_never_overflows()
    {
        CallCeiling.For(long.MaxValue).Should().Be(long.MaxValue);
        CallCeiling.For(long.MaxValue - 1, new() { PerCent = decimal.MaxValue }).Should().Be(long.MaxValue);
        CallCeiling.For(5, new() { Calls = long.MaxValue }).Should().Be(long.MaxValue);
    }

    [Fact]
    public void Negative_numbers_are_refused()
    {
        ((Action)(() => CallCeiling.For(-1))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => CallCeiling.For(1, new() { Calls = -1 }))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => CallCeiling.For(1, new() { PerCent = -1 }))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
