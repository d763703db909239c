using System.Diagnostics;
using System.Reflection;

namespace SalesforceImport.EndToEndTests.Support;

/// <summary>The programs under test, as they were built.</summary>
internal static class Programs
{
    public static string ImportConsole { get; } = PathOf("ImportConsole");

    public static string EmulatorHost { get; } = PathOf("EmulatorHost");

    /// <summary>Ready to start, with nothing of the tester's own credentials in its environment.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("SALESFORCE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    public static string PathOf(string name) =>
        Path.GetFullPath(Path.Combine(Metadata("ProgramsFolder"), name, Metadata("ProgramsConfiguration"), name + ".dll"));

    private static string Metadata(string key) => typeof(Programs).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
