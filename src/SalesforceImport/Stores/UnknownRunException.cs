namespace SalesforceImport.Stores;

/// <summary>The store knows no run of that id.</summary>
public sealed class UnknownRunException : SalesforceImportException
{
    /// <summary>Creates the exception.</summary>
    public UnknownRunException(string run)
        : base($"The store knows no run '{run}'. Check the id, and that this is the store the run wrote to.")
    {
        Run = run;
    }

    /// <summary>The id asked for.</summary>
    public string Run { get; }
}
