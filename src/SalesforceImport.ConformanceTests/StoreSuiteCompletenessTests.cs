using System.Reflection;

namespace SalesforceImport.ConformanceTests;

/// <summary>Notices the theme of the suite that a store's tests have forgotten. Derive one class from it beside the others.</summary>
public abstract class StoreSuiteCompletenessTests
{
    /// <summary>The assembly that holds the derived tests; by default that of the class itself.</summary>
    protected virtual Assembly TestAssembly => GetType().Assembly;

    /// <summary>Themes left out on purpose, such as <see cref="ImportJournalConformanceTests"/> where there is only a store. None by default.</summary>
    protected virtual IReadOnlyCollection<Type> Omitted => [];

    /// <summary>Every theme of the suite.</summary>
    public static IReadOnlyList<Type> Themes { get; } =
    [
        .. typeof(StoreSuiteCompletenessTests).Assembly.GetExportedTypes()
            .Where(type => type.IsAbstract && type != typeof(ContactStoreConformanceTests))
            .Where(type => type.IsSubclassOf(typeof(ContactStoreConformanceTests)) || type == typeof(ImportJournalConformanceTests))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>A theme without a derived class is a promise that nobody tests.</summary>
    [Fact]
    public virtual void Every_theme_of_the_suite_is_derived_from()
    {
        var concrete = TestAssembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var missing = Themes.Except(Omitted).Where(theme => !concrete.Any(theme.IsAssignableFrom)).Select(theme => theme.Name).ToList();
        Assert.True(missing.Count == 0, $"No class in {TestAssembly.GetName().Name} derives from {string.Join(", ", missing)}.");
    }
}
