namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What the process says to the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int BadArguments = 2;
    public const int Refused = 3;
    public const int Paused = 4;
    public const int Failed = 5;
    public const int Cancelled = 130;

    public static int Of(ImportState state) => state switch
    {
        ImportState.Completed => Done,
        ImportState.Paused => Paused,
        ImportState.Refused => Refused,
        ImportState.Cancelled => Cancelled,
        _ => Failed,
    };
}
