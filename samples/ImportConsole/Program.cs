using SalesforceImport.Samples.ImportConsole;

try
{
    return await CommandLine.InvokeAsync(args, ConsoleApp.RunAsync);
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    return ExitCodes.BadArguments;
}
