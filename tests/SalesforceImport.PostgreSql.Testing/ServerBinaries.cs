namespace SalesforceImport.PostgreSql.Testing;

/// <summary>Where the server's programs are.</summary>
internal static class ServerBinaries
{
    private static readonly string[] Parents = ["/usr/lib/postgresql", "/usr/lib64/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>, the newest where there are several; null for none.</summary>
    public static string? Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = Parents.Where(Directory.Exists)
            .SelectMany(parent => Directory.EnumerateDirectories(parent))
            .OrderByDescending(version => double.TryParse(Path.GetFileName(version), out double number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"));
        return path.Concat(installed).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
