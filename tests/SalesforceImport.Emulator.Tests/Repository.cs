namespace SalesforceImport.Emulator.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    private const string Mark = "SalesforceImport.sln";

    public static string Root { get; } = Find();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside their repository.");
    }
}
