namespace SalesforceImport.Tests.Conventions.Support;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>The C# files below a folder of the repository, build output left out.</summary>
    public static IEnumerable<FileInfo> Sources(string folder) =>
        new DirectoryInfo(Path.Combine(Root.FullName, folder))
            .EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Where(file => !PathOf(file).Split('/').Any(part => part is "obj" or "bin"));

    /// <summary>The pages for people: the README, the changelog, and everything in <c>docs</c>.</summary>
    public static IEnumerable<FileInfo> Pages() =>
        Root.EnumerateFiles("*.md").Concat(new DirectoryInfo(Path.Combine(Root.FullName, "docs")).EnumerateFiles("*.md", SearchOption.AllDirectories));

    public static string ReadAll(string path) => File.ReadAllText(Path.Combine(Root.FullName, path));

    /// <summary>The path from the root, with forward slashes.</summary>
    public static string PathOf(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    private static DirectoryInfo FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("SalesforceImport.sln").Any())
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No SalesforceImport.sln above {AppContext.BaseDirectory}.");
    }
}
