namespace SalesforceImport.Samples.Shared;

/// <summary>What the user asked for cannot be done; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);
