namespace SalesforceImport;

/// <summary>A run stopped on an error. What was committed stays; the run can be resumed once the cause is mended.</summary>
public sealed class ImportFailedException : SalesforceImportException
{
    /// <summary>Creates the exception.</summary>
    public ImportFailedException(string run, string message, Exception? innerException)
        : base(message, innerException) => Run = run;

    /// <summary>The run: what a resume asks for.</summary>
    public string Run { get; }
}
