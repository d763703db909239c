namespace SalesforceImport.Samples.ImportConsole;

/// <summary>What the program was started for.</summary>
internal enum Errand
{
    Import,
    Plan,
    Preview,
    Resume,
    History,
    Usage,
    Why,
    Forget,
    Undo,
    Redo,
}
