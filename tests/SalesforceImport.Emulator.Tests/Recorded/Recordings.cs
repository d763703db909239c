namespace SalesforceImport.Emulator.Tests.Recorded;

/// <summary>Answers of real orgs, recorded by others. They may lie beside the repository; they are no part of it.</summary>
internal static class Recordings
{
    private static readonly string[] Place = ["shared", "salesforce", "recorded"];

    /// <summary>Finds a file; null where there are no recordings.</summary>
    public static string? Find(params string[] parts)
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine([folder.FullName, .. Place, .. parts]);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
