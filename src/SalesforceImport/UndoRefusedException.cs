namespace SalesforceImport;

/// <summary>
/// A run cannot be undone, redone or resumed as things stand: it was undone already, or is being undone. The message names
/// the run that did it, and says what to do. Nothing was changed.
/// </summary>
public sealed class UndoRefusedException : SalesforceImportException
{
    internal UndoRefusedException(string run, string message)
        : base(message) => Run = run;

    /// <summary>The run asked for.</summary>
    public string Run { get; }
}
