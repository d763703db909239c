using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SalesforceImport.Budgeting;

namespace SalesforceImport.Tests.Budgeting;

public sealed class ApiReserveTests
{
    [Theory]
    [InlineData("500", 5_000, 500)]
    [InlineData(" 0 ", 5_000, 0)]
    [InlineData("10%", 5_000, 500)]
    [InlineData("2.5 %", 5_000, 125)]
    [InlineData("10%", 11, 2)]
    [InlineData("100%", 15_000, 15_000)]
    public void Text_gives_calls_of_a_limit(string text, long limit, long calls) =>
        ApiReserve.Parse(text).CallsOf(limit).Should().Be(calls);

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-5")]
    [InlineData("-5%")]
    [InlineData("100.01%")]
    [InlineData("2.5")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("ten")]
    public void Text_that_is_no_reserve_is_refused_with_examples(string text)
    {
        ApiReserve.TryParse(text, out _).Should().BeFalse();
        var parse = () => ApiReserve.Parse(text);
        parse.Should().Throw<FormatException>().WithMessage($"'{text}'*500*10%*");
    }

    [Fact]
    public void Default_reserves_nothing()
    {
        default(ApiReserve).Should().Be(ApiReserve.OfCalls(0)).And.Be(ApiReserve.None);
        default(ApiReserve).CallsOf(15_000).Should().Be(0);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("10%")]
    [InlineData("2.5%")]
    public void Text_and_json_read_back_what_they_wrote(string text)
    {
        var reserve = ApiReserve.Parse(text);
        reserve.ToString().Should().Be(text);
        string json = JsonSerializer.Serialize(reserve);
        json.Should().Be($"\"{text}\"");
        JsonSerializer.Deserialize<ApiReserve>(json).Should().Be(reserve);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("10.0 %")]
    public void Binds_from_configuration(string text)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Reserve", text)]).Build();
        configuration.Get<Settings>()!.Reserve.Should().Be(ApiReserve.Parse(text));
    }

    [Fact]
    public void A_wrong_reserve_in_configuration_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Reserve", "some")]).Build();
        var bind = () => configuration.Get<Settings>();
        bind.Should().Throw<InvalidOperationException>().WithInnerException<FormatException>().WithMessage("'some' is not a reserve*");
    }

    private sealed class Settings
    {
        public ApiReserve Reserve { get; set; }
    }
}
