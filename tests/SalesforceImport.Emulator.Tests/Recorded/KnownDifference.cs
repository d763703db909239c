using System.Text.RegularExpressions;

namespace SalesforceImport.Emulator.Tests.Recorded;

/// <summary>A way in which answers differ from recorded ones, as the guide tells it.</summary>
/// <param name="What">What differs, in the words of the guide.</param>
/// <param name="Pattern">The differences meant.</param>
internal sealed record KnownDifference(string What, Regex Pattern)
{
    /// <summary>No layouts, pages, list views and quick actions.</summary>
    public static readonly KnownDifference Pages = Of(
        "Addresses of layouts, pages, list views and quick actions",
        @"\.urls\.(\w*[lL]ayouts|ui\w+|listviews|quickActions|defaultValues|eventSeriesUpdates|eventSchema|passwordUtilities|\w+ArticleSuggestions) is missing$");

    /// <summary>Recordings of old versions say less.</summary>
    public static readonly KnownDifference Later = Of("What later versions say more", " is new$");

    /// <summary>Limits per app, of other versions and of features that the org has not.</summary>
    public static readonly KnownDifference Limits = Of("Limits for single apps, of old versions and of features that the org does not have", @"^\$\.\w+(\..+)? is missing$");

    /// <summary>Resources that the emulator has not.</summary>
    public static readonly KnownDifference Resources = Of("Search, chatter and recently viewed records", @"^\$\.(search|chatter|recent) is missing$");

    /// <summary>Fields of the org that was recorded.</summary>
    public static readonly KnownDifference OwnFields = Of("Custom fields, and standard fields that the recorded org has or has not", @"^\$(\.records\[\])?\.\w+ is (missing|new)$");

    /// <summary>What those who kept the recordings wrote into them.</summary>
    public static readonly KnownDifference Notes = Of("Notes that were written into the recordings by hand", @"^\$\.(debug|query) is missing$");

    public static IReadOnlyList<KnownDifference> All { get; } = [Pages, Later, Limits, Resources, OwnFields, Notes];

    private static KnownDifference Of(string what, string pattern) => new(what, new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
