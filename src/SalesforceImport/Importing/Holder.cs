namespace SalesforceImport.Importing;

/// <summary>This process, as others name it when it holds a lease.</summary>
internal static class Holder
{
    public static string Current { get; } = $"process {Environment.ProcessId} on {Environment.MachineName}";
}
