namespace SalesforceImport.Emulator.Soql;

/// <summary>A query that the org refuses; <see cref="Exception.Message"/> is the org's own text.</summary>
internal sealed class SoqlException : Exception
{
    /// <summary>Makes the refusal.</summary>
    /// <param name="errorCode">The org's error code, such as MALFORMED_QUERY.</param>
    /// <param name="message">The org's message.</param>
    public SoqlException(string errorCode, string message)
        : base(message) => ErrorCode = errorCode;

    /// <summary>The org's error code, such as MALFORMED_QUERY.</summary>
    public string ErrorCode { get; }
}
