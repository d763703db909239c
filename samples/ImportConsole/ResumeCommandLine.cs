using System.Text;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What to type to go on with a run: the promises made to the org are kept, the ceiling is a new one.</summary>
internal static class ResumeCommandLine
{
    /// <summary>This program as it can be called from anywhere, however it was started.</summary>
    private static string Program { get; } = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == nameof(ImportConsole)
        ? Quote(path)
        : $"dotnet {Quote(Path.Combine(AppContext.BaseDirectory, nameof(ImportConsole) + ".dll"))}";

    public static string For(string run, ConsoleOptions options)
    {
        var command = new StringBuilder(Program).Append(" --resume ").Append(run);
        Add(command, "--store", options.Store == ConsoleOptions.DefaultStore ? null : StorePlace.Of(options.Store).Argument);
        Add(command, "--org", options.Org?.OriginalString);
        Add(command, "--daily-cap", options.DailyCap is { } cap ? Format.Plain(cap) : null);
        Add(command, "--reserve", options.Reserve?.ToString());
        return command.ToString();
    }

    private static void Add(StringBuilder command, string name, string? value)
    {
        if (value is not null)
        {
            command.Append(' ').Append(name).Append(' ').Append(Quote(value));
        }
    }

    private static string Quote(string value) => value.Any(c => char.IsWhiteSpace(c) || c == ';') ? $"\"{value}\"" : value;
}
