namespace SalesforceImport.Samples.ImportConsole;

/// <summary>The arguments or the configuration cannot be used; the message says which, and what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
