using System.Text.RegularExpressions;
using SalesforceImport.Tests.Conventions.Support;

namespace SalesforceImport.Tests.Conventions;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Code_in_the_documentation_is_code_that_compiles()
    {
        var compiled = SnippetReader.Compiled();
        var shown = Repository.Pages()
            .SelectMany(page => SnippetReader.Shown(page).Select(block => (Page: Repository.PathOf(page), block.Name, block.Code)))
            .ToList();

        shown.Should().NotBeEmpty();
        foreach (var (page, name, code) in shown)
        {
            compiled.Should().ContainKey(name, "{0} shows this code, which needs a region of a snippet file:\n{1}", page, code);
            code.Should().Be(compiled[name], "{0} shows the snippet {1}", page, name);
        }
    }

    [Fact]
    public void Every_snippet_is_shown_somewhere() =>
        SnippetReader.Compiled().Keys
            .Except(Repository.Pages().SelectMany(SnippetReader.Shown).Select(block => block.Name))
            .ShouldBeNone();

    [Fact]
    public void Links_between_pages_lead_somewhere() =>
        Repository.Pages()
            .SelectMany(page => Link().Matches(File.ReadAllText(page.FullName)).Select(match => (page, Target: match.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(link.page.DirectoryName!, link.Target)))
            .Select(link => $"{Repository.PathOf(link.page)}: {link.Target}")
            .ShouldBeNone();

    [Fact]
    public void Every_option_is_explained()
    {
        string guide = Repository.ReadAll("docs/getting-started.md");

        typeof(SalesforceImportOptions).GetProperties().Select(property => property.Name)
            .Where(name => !guide.Contains($"`{name}`", StringComparison.Ordinal))
            .ShouldBeNone();
    }

    [Fact]
    public void Every_rule_outcome_and_exception_is_explained()
    {
        string rules = Repository.ReadAll("docs/identity.md");
        string errors = Repository.ReadAll("docs/errors.md");

        Enum.GetNames<SyncRule>().Where(name => !rules.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeNone();
        Enum.GetNames<RecordOutcome>().Where(name => !rules.Contains($"| {name.ToLowerInvariant()} |", StringComparison.Ordinal)).ShouldBeNone();
        Library.PublicTypes
            .Where(type => type.IsAssignableTo(typeof(Exception)) && !errors.Contains($"`{type.Name}`", StringComparison.Ordinal))
            .Select(type => type.Name)
            .ShouldBeNone();
    }

    [Fact]
    public void Every_decision_is_listed()
    {
        string list = Repository.ReadAll("docs/decisions/README.md");

        new DirectoryInfo(Path.Combine(Repository.Root.FullName, "docs", "decisions"))
            .EnumerateFiles("0*.md")
            .Where(page => !list.Contains($"({page.Name})", StringComparison.Ordinal))
            .Select(page => page.Name)
            .ShouldBeNone();
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
