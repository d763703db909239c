namespace SalesforceImport.Sqlite.Tests.Support;

/// <summary>A folder of its own for each test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesforce-import-");

    public string Path => _folder.FullName;

    public string Database => System.IO.Path.Combine(Path, "crm.db");

    public string ConnectionString => $"Data Source={Database}";

    /// <summary>Whether the bytes of a text are in any file.</summary>
    public bool Holds(string text)
    {
        byte[] wanted = System.Text.Encoding.UTF8.GetBytes(text);
        return _folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Length > 0)
            .Any(file => Read(file.FullName).AsSpan().IndexOf(wanted) >= 0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
