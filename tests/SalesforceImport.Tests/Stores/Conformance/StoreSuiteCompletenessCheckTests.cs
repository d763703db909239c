using SalesforceImport.ConformanceTests;

namespace SalesforceImport.Tests.Stores.Conformance;

public sealed class StoreSuiteCompletenessCheckTests
{
    [Fact]
    public void A_theme_that_an_assembly_does_not_derive_is_named()
    {
        var check = () => new ElsewhereTests([]).Every_theme_of_the_suite_is_derived_from();
        check.Should().Throw<Exception>().WithMessage($"*{nameof(LeasesConformanceTests)}*");
    }

    [Fact]
    public void Themes_left_out_on_purpose_are_not_missed()
    {
        var check = () => new ElsewhereTests(StoreSuiteCompletenessTests.Themes).Every_theme_of_the_suite_is_derived_from();
        check.Should().NotThrow();
    }

    [Fact]
    public void Every_public_test_class_of_the_suite_is_a_theme_and_every_test_can_be_overridden()
    {
        StoreSuiteCompletenessTests.Themes.Should().HaveCount(20);
        StoreSuiteCompletenessTests.Themes.SelectMany(theme => theme.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute), inherit: false))
            .Should().OnlyContain(method => method.IsVirtual && !method.IsFinal).And.HaveCountGreaterThan(150);
    }

    private sealed class ElsewhereTests(IReadOnlyCollection<Type> omitted) : StoreSuiteCompletenessTests
    {
        protected override System.Reflection.Assembly TestAssembly => typeof(object).Assembly;

        protected override IReadOnlyCollection<Type> Omitted => omitted;
    }
}
