namespace SalesforceImport.Budgeting;

/// <summary>The meter refused a call. A run that meets it pauses; a plan that meets it is refused.</summary>
public sealed class CallRefusedException : SalesforceImportException
{
    /// <summary>Creates the exception.</summary>
    public CallRefusedException(CallRefusal reason, string message, DateTimeOffset? allowedAt)
        : base(message)
    {
        Reason = reason;
        AllowedAt = allowedAt;
    }

    /// <summary>What stood in the way.</summary>
    public CallRefusal Reason { get; }

    /// <summary>When the next call is allowed: exact for our own cap, null where it cannot be known.</summary>
    public DateTimeOffset? AllowedAt { get; }
}
