using System.Text.RegularExpressions;
using SalesforceImport.Tests.Conventions.Support;

namespace SalesforceImport.Tests.Conventions;

public sealed partial class SourceConventionTests
{
    private const int LongestFile = 300;
    private const int MedianBelow = 80;

    private static readonly string[] Folders = ["src", "tests", "samples"];

    private static readonly IReadOnlyList<Excuse> NamespaceElsewhere =
    [
        new("src/SalesforceImport/DependencyInjection/SalesforceImportServiceCollectionExtensions.cs", "Extension methods on IServiceCollection live in its namespace, so that hosts find them."),
        new("src/SalesforceImport.PostgreSql/PostgreSqlSalesforceImportBuilderExtensions.cs", "Found in the same namespace as the registration that it goes with."),
        new("src/SalesforceImport.Sqlite/SqliteSalesforceImportBuilderExtensions.cs", "Found in the same namespace as the registration that it goes with."),
    ];

    private static readonly IReadOnlyList<Excuse> NamedOtherwise = [];

    /// <summary>Folders that sort files of the namespace above them.</summary>
    private static readonly IReadOnlyList<Excuse> Flattened =
    [
        new("src/SalesforceImport/Stores/InMemory", "The stores that a package offers are found where the contract is."),
        new("src/SalesforceImport.ConformanceTests/Journals", "Who derives from the suite's classes needs one namespace."),
        new("src/SalesforceImport.ConformanceTests/Stores", "Who derives from the suite's classes needs one namespace."),
        .. from package in new[] { "PostgreSql", "Sqlite" }
           from folder in new[] { "Applying", "Connections", "Journal", "Links", "Rows", "Runs", "Schema", "Values" }
           select new Excuse($"src/SalesforceImport.{package}/Internal/{folder}", "A package's internals are one namespace."),
    ];

    private static IEnumerable<FileInfo> Files => Folders.SelectMany(Repository.Sources);

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Files.Where(file => File.ReadLines(file.FullName).Count() > LongestFile).Select(Repository.PathOf).ShouldBeNone();

    [Fact]
    public void Half_of_the_files_are_shorter_than_80_lines()
    {
        var lengths = Repository.Sources("src").Select(file => File.ReadLines(file.FullName).Count()).Order().ToList();

        lengths[lengths.Count / 2].Should().BeLessThan(MedianBelow);
    }

    [Fact]
    public void A_file_holds_one_public_type() =>
        Repository.Sources("src")
            .Where(file => TopLevelTypes(file).Count(type => type.IsPublic) > 1)
            .Select(Repository.PathOf)
            .ShouldBeNone();

    [Fact]
    public void A_file_is_named_after_the_type_it_holds() =>
        Repository.Sources("src")
            .Where(file => TopLevelTypes(file) is { Count: > 0 } types && types.All(type => type.Name != file.Name.Split('.')[0]))
            .Select(Repository.PathOf)
            .ShouldAllBeExcused(NamedOtherwise);

    [Fact]
    public void Namespaces_follow_folders() =>
        Files
            .Where(file => Namespace().Match(File.ReadAllText(file.FullName)) is { Success: true } match && match.Groups[1].Value != NamespaceOf(file))
            .Select(Repository.PathOf)
            .ShouldAllBeExcused(NamespaceElsewhere);

    [Fact]
    public void Every_flattened_folder_is_there() =>
        Flattened.Select(excuse => excuse.Subject).Where(folder => !Directory.Exists(Path.Combine(Repository.Root.FullName, folder))).ShouldBeNone();

    [Fact]
    public void Nothing_in_the_packages_is_unfinished() =>
        Repository.Sources("src")
            .Where(file => Unfinished().IsMatch(File.ReadAllText(file.FullName)))
            .Select(Repository.PathOf)
            .ShouldBeNone();

    /// <summary>The folder below <c>src</c>, <c>tests</c> or <c>samples</c>: the project's name, which is its root namespace (samples have one of their own above it), and the rest.</summary>
    private static string NamespaceOf(FileInfo file)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(file))!;
        folder = Flattened.Any(excuse => excuse.Subject == folder) ? Path.GetDirectoryName(folder)! : folder;
        string root = folder.StartsWith("samples/", StringComparison.Ordinal) ? "SalesforceImport.Samples." : string.Empty;
        return root + folder[(folder.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.');
    }

    private static List<(string Name, bool IsPublic)> TopLevelTypes(FileInfo file) =>
        [.. TopLevelType().Matches(File.ReadAllText(file.FullName)).Select(match => (match.Groups["name"].Value, match.Groups["access"].Value == "public")).Distinct()];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // Namespaces are file-scoped, so what is not indented is not nested.
    [GeneratedRegex(@"^(?<access>public|internal)( (?:sealed|abstract|static|partial|readonly|ref|unsafe|file))* (?:class|interface|enum|delegate \S+|record struct|record class|record|struct) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex Unfinished();
}
