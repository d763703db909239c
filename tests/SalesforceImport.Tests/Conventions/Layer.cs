namespace SalesforceImport.Tests.Conventions;

/// <summary>A folder of the library, which of the others it may know, and what it must not know of the world.</summary>
/// <param name="Folder">The folder; empty for the root.</param>
/// <param name="MayKnow">Other folders of the library.</param>
/// <param name="MustNotKnow">Namespaces and types of the framework and of packages.</param>
internal sealed record Layer(string Folder, IReadOnlyList<string> MayKnow, IReadOnlyList<string> MustNotKnow)
{
    private static readonly string[] Network = ["System.Net.Http", "System.Net.Sockets", "Polly"];
    private static readonly string[] Databases = ["System.Data", "Microsoft.Data", "SQLitePCL", "Npgsql"];
    private static readonly string[] Clocks = ["System.TimeProvider", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Diagnostics.Stopwatch"];
    private static readonly string[] Hosting = ["Microsoft.Extensions"];
    private static readonly string[] Files = ["System.IO.File", "System.IO.FileStream", "System.IO.Directory"];
    private static readonly string[] Pure = [.. Network, .. Databases, .. Clocks, .. Hosting, .. Files];
    private static readonly string[] Values = ["Selectors", "Budgeting", "Mapping", "Matching", "Stores"];

    public static IReadOnlyList<Layer> All { get; } =
    [
        new("", [.. Values, "Planning"], [.. Network, .. Databases, .. Clocks, .. Files]),
        .. Values.Select(folder => new Layer(folder, [.. Values.Except([folder]), ""], Pure)),
        new("Salesforce", ["Budgeting", ""], Databases),
        new("Planning", ["Selectors", "Budgeting", "Mapping", "Matching", "Salesforce", ""], [.. Network, .. Databases, .. Files]),
        new("Reporting", ["Budgeting", ""], Pure),
        new("Importing", [.. Values, "Planning", "Salesforce", "Reporting", ""], [.. Network, .. Databases, .. Files]),
        new("DependencyInjection", [.. Values, "Planning", "Salesforce", "Importing", ""], [.. Databases, .. Files, "Polly"]),
    ];
}
