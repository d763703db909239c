using System.CommandLine;
using System.CommandLine.Help;

namespace SalesforceImport.Samples.ImportConsole;

/// <summary>Reads the command line. What it cannot read ends the program with <see cref="ExitCodes.BadArguments"/>.</summary>
internal static class CommandLine
{
    public static async Task<int> InvokeAsync(string[] arguments, Func<ConsoleOptions, Task<int>> run)
    {
        var definition = new OptionDefinitions();
        var root = new RootCommand("Imports Salesforce records into a SQLite or PostgreSQL database: choose, see the plan, confirm, watch. Without --org it starts an emulated org of its own.");
        foreach (var option in definition.All)
        {
            root.Add(option);
        }

        root.SetAction((result, _) => run(definition.Read(result)));
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            throw new UsageException(string.Join(' ', parsed.Errors.Select(error => error.Message)) + " See --help.");
        }

        // Signals are handled by the program itself: the first one stops gracefully.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
