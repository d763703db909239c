namespace SalesforceImport.EndToEndTests.Support;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("salesforce-import-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void MakeReadOnly(string file) =>
        System.IO.File.SetUnixFileMode(File(file), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

    public void OpenToAll(string? file = null) => System.IO.File.SetUnixFileMode(
        file is null ? Path : File(file),
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);

    public void MakeReadOnly() => System.IO.File.SetUnixFileMode(
        Path,
        UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

    public void Dispose()
    {
        System.IO.File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(Path, recursive: true);
    }
}
