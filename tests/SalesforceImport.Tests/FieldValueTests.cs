using System.Text;
using CsCheck;

namespace SalesforceImport.Tests;

public sealed class FieldValueTests
{
    [Fact]
    public void Text_is_the_same_whether_held_as_bytes_or_as_a_string() =>
        Gen.String.Sample(text =>
        {
            byte[] buffer = [1, 2, .. Encoding.UTF8.GetBytes(text), 3];
            string clean = Encoding.UTF8.GetString(buffer.AsSpan(2, buffer.Length - 3));
            var bytes = FieldValue.FromUtf8(buffer, 2, buffer.Length - 3);
            var held = FieldValue.FromText(clean);
            return bytes == held && bytes.GetHashCode() == held.GetHashCode() && bytes.AsText() == clean && bytes.IsBlank == held.IsBlank;
        });

    [Fact]
    public void Decimals_come_back_as_they_were() =>
        Gen.Decimal.Sample(number =>
        {
            var value = FieldValue.FromDecimal(number);
            return value.AsDecimal() == number && value.Type == PropertyType.Decimal && value.AsDecimal().Scale == number.Scale;
        });

    [Fact]
    public void Decimals_of_another_scale_are_equal() =>
        FieldValue.FromDecimal(1.50m).Should().Be(FieldValue.FromDecimal(1.5m));

    [Fact]
    public void Values_of_different_types_differ()
    {
        FieldValue[] values =
        [
            FieldValue.Null, FieldValue.FromText(""), FieldValue.FromText("1"), FieldValue.FromInteger(1), FieldValue.FromDecimal(1),
            FieldValue.FromBoolean(true), FieldValue.FromDate(DateOnly.FromDayNumber(1)), FieldValue.FromDateTime(new DateTimeOffset(1, TimeSpan.Zero)),
        ];

        values.Distinct().Should().HaveCount(values.Length);
    }

    [Fact]
    public void A_value_asked_for_as_another_type_says_what_it_is() =>
        ((Action)(() => FieldValue.FromInteger(1).AsBoolean())).Should().Throw<InvalidOperationException>().WithMessage("*Integer, not Boolean*");

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\u00a0", true)]
    [InlineData("N/A", false)]
    public void Blank_is_nothing_or_white_space(string? text, bool blank)
    {
        FieldValue.FromText(text).IsBlank.Should().Be(blank);
        byte[] utf8 = Encoding.UTF8.GetBytes(text ?? "");
        FieldValue.FromUtf8(utf8, 0, utf8.Length).IsBlank.Should().Be(blank);
    }

    [Fact]
    public void A_range_outside_its_buffer_is_refused() =>
        ((Action)(() => FieldValue.FromUtf8(new byte[3], 2, 2))).Should().Throw<ArgumentOutOfRangeException>();
}
