namespace SalesforceImport;

/// <summary>The root of every exception this library throws on its own account. Its message says what was wrong and what to do.</summary>
public class SalesforceImportException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SalesforceImportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public SalesforceImportException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
